package dev.gatehouse.instance.partner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final InOrder inOrder = new InOrder(threads::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void doesOneThingAfterTheOtherOnOneThread() {
        inOrder.next(() -> done.add("first"));
        inOrder.next(() -> done.add("second"));
        inOrder.last(() -> done.add("last"));

        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(done).containsExactly("first", "second", "last");

        inOrder.next(() -> done.add("later"));
        threads.remove().run();
        assertThat(done).endsWith("later");
    }

    @Test
    void goesOnAfterAFailure() {
        inOrder.next(() -> {
            throw new IllegalStateException("broken");
        });
        inOrder.next(() -> done.add("next"));

        assertThatThrownBy(() -> threads.remove().run()).hasMessage("broken");
        threads.remove().run();
        assertThat(done).containsExactly("next");
    }

    @Test
    void letsNoMoreThanSoManyWait() throws Exception {
        for (int i = 0; i < InOrder.MOST_WAITING; i++) {
            inOrder.next(() -> {});
        }
        var brought = new CountDownLatch(1);
        var bringer = Thread.startVirtualThread(() -> {
            inOrder.next(() -> done.add("one more"));
            brought.countDown();
        });
        while (bringer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        inOrder.last(() -> done.add("last")); // Waits for nobody.
        assertThat(brought.getCount()).isOne();

        threads.remove().run();

        assertThat(brought.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
