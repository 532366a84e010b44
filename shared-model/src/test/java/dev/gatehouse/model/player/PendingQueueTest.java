package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class PendingQueueTest {

    @Test
    void givesEveryItemAnIdThatIsNeverGivenAgain() {
        var queue = PendingQueue.<String>empty().append("a").append("b");

        var rest = queue.claim(2).orElseThrow().rest().append("c");

        assertThat(rest.items()).containsExactly(new Pending<>(1, "a"), new Pending<>(3, "c"));
    }

    @Test
    void handsOutAnItemOnce() {
        var claim = PendingQueue.<String>empty().append("a").claim(1).orElseThrow();

        assertThat(claim.value()).isEqualTo("a");
        assertThat(claim.rest().claim(1)).isEmpty();
    }

    @Test
    void isBounded() {
        var queue = PendingQueue.<Integer>empty();
        for (int i = 0; i < PendingQueue.CAPACITY; i++) {
            queue = queue.append(i);
        }

        var full = queue;
        assertThat(full.isFull()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> full.append(0));
    }
}
