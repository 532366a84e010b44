package dev.gatehouse.instance.partner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.partner.GameServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final InOrder inOrder = new InOrder(threads::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void doesOneThingAfterTheOtherOnOneThread() {
        next("first");
        next("second");
        inOrder.last(() -> done.add("last"));

        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(done).containsExactly("first", "second", "last");

        next("later");
        threads.remove().run();
        assertThat(done).endsWith("later");
    }

    @Test
    void goesOnAfterAFailure() {
        assertThat(inOrder.next(1, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isTrue();
        next("next");

        assertThatThrownBy(() -> threads.remove().run()).hasMessage("broken");
        threads.remove().run();
        assertThat(done).containsExactly("next");
    }

    @Test
    void takesNoMoreThanThereIsRoomForAndBlocksNobody() {
        for (int i = 0; i < InOrder.MOST_WAITING; i++) {
            assertThat(next("small")).isTrue();
        }

        assertThat(next("one more")).isFalse();
        inOrder.last(() -> done.add("last")); // Needs no room.

        threads.remove().run();
        assertThat(done)
                .hasSize(InOrder.MOST_WAITING + 1)
                .doesNotContain("one more")
                .endsWith("last");
        assertThat(next("later")).isTrue();
    }

    @Test
    void takesFewerWhereTheyAreLong() {
        for (int i = 0; i < InOrder.MOST_LONG_WAITING; i++) {
            assertThat(inOrder.next(GameServerRequest.MAX_LENGTH, () -> {})).isTrue();
        }

        assertThat(next("small")).isFalse();
    }

    @Test
    void hasRoomAgainAfterAFailure() {
        for (int i = 0; i < InOrder.MOST_WAITING; i++) {
            assertThat(inOrder.next(1, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isTrue();
        }

        assertThatThrownBy(() -> threads.remove().run()).hasMessage("broken");

        assertThat(next("next")).isTrue();
    }

    private boolean next(String what) {
        return inOrder.next(what.length(), () -> done.add(what));
    }
}
