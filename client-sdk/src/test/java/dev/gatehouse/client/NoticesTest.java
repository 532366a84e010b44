package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();
    private final Notices<Mine> notices =
            new Notices<>(new ClientListener<>() {}, thread::add, givenUp::incrementAndGet);

    @Test
    void givesUpAListenerThatDoesNotKeepUp() {
        tell(Notices.MOST_WAITING - 1);
        assertThat(givenUp).hasValue(0);

        tell(5);

        assertThat(givenUp).hasValue(1);
        runAll();
        assertThat(heard).hasValue(Notices.MOST_WAITING + 4);
    }

    @Test
    void countsOnlyWhatWaits() {
        tell(Notices.MOST_WAITING - 1);
        runAll();
        tell(Notices.MOST_WAITING - 1);

        assertThat(givenUp).hasValue(0);
    }

    @Test
    void tellsTheNextAfterAListenerThatHasFailed() {
        notices.run(() -> {
            throw new AssertionError("a mistake of the game's");
        });
        tell(1);

        runAll();

        assertThat(heard).hasValue(1);
    }

    private void tell(int times) {
        for (int i = 0; i < times; i++) {
            notices.run(heard::incrementAndGet);
        }
    }

    private void runAll() {
        for (var one = thread.poll(); one != null; one = thread.poll()) {
            one.run();
        }
    }
}
