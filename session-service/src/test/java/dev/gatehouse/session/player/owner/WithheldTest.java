package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithheldTest {

    private final List<String> told = new ArrayList<>();
    private boolean leaseHolds = true;
    private final Withheld withheld = new Withheld(() -> leaseHolds, 2);

    private boolean offer(String what) {
        return withheld.offer(() -> told.add(what));
    }

    @Test
    void tellsAtOnceWhileTheLeaseHolds() {
        assertThat(offer("a")).isTrue();

        assertThat(told).containsExactly("a");
        assertThat(withheld.isEmpty()).isTrue();
    }

    @Test
    void tellsWhatWaitedInItsOrderOnceTheLeaseIsRenewed() {
        leaseHolds = false;
        offer("a");
        offer("b");
        withheld.release();
        assertThat(told).isEmpty();

        leaseHolds = true;
        withheld.release();

        assertThat(told).containsExactly("a", "b");
        assertThat(withheld.isEmpty()).isTrue();
    }

    @Test
    void tellsNothingBeforeWhatWaits() {
        leaseHolds = false;
        offer("a");
        leaseHolds = true;

        offer("b");
        assertThat(told).isEmpty();
        withheld.release();

        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void stopsWhereTheLeaseEndsMeanwhile() {
        leaseHolds = false;
        withheld.offer(() -> leaseHolds = false);
        offer("b");
        leaseHolds = true;

        withheld.release();

        assertThat(told).isEmpty();
        assertThat(withheld.isEmpty()).isFalse();
    }

    @Test
    void refusesWhatThereIsNoRoomFor() {
        leaseHolds = false;
        offer("a");
        offer("b");

        assertThat(offer("c")).isFalse();
        leaseHolds = true;
        withheld.release();

        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void leavesToTheNextOwnerWhatWaitsWhenTheLeaseIsLost() {
        leaseHolds = false;
        offer("a");

        withheld.forget();
        leaseHolds = true;
        withheld.release();

        assertThat(told).isEmpty();
    }
}
