package dev.gatehouse.proxy.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SocketCountTest {

    private final AtomicInteger open = new AtomicInteger();
    private final SocketCount sockets = new SocketCount(open::get);

    @Test
    void countsWhatIsAboutToOpen() {
        open.set(5);
        assertThat(sockets.arrives()).isEqualTo(5);
        assertThat(sockets.arrives()).isEqualTo(6);

        open.incrementAndGet();
        sockets.arrived();
        sockets.arrived();

        assertThat(sockets.arrives()).isEqualTo(6);
    }

    @Test
    void letsNoMoreInThanThereIsRoomForHoweverManyComeAtOnce() throws Exception {
        Callable<Boolean> newcomer = () -> {
            boolean fits = sockets.arrives() < 20;
            if (fits) {
                open.incrementAndGet();
            }
            sockets.arrived();
            return fits;
        };
        var all = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                all.add(threads.submit(newcomer));
            }
        }

        assertThat(all)
                .filteredOn(Future::resultNow)
                .hasSizeLessThanOrEqualTo(20)
                .isNotEmpty();
    }
}
