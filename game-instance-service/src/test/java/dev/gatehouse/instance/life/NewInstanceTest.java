package dev.gatehouse.instance.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NewInstanceTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayHear = new CountDownLatch(1);
    private final CountDownLatch isAskedFor = new CountDownLatch(1);

    @Test
    void isHeardOfBeforeItsServerIsAskedFor() {
        mayHear.countDown();

        Creator.inBackground(Runnable::run, new SlowEffects(), this::allocate, Duration.ofMinutes(1))
                .apply(InstanceExamples.in(InstanceState.ALLOCATING))
                .run();

        assertThat(done).containsExactly("entered", "heard", "asked");
    }

    @Test
    @DisplayName("a session node that hangs holds up nobody's server")
    void getsItsServerWhereItsPlayersDoNotHear() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Creator.inBackground(threads, new SlowEffects(), this::allocate, Duration.ofMillis(1))
                    .apply(InstanceExamples.in(InstanceState.ALLOCATING))
                    .run();

            boolean asked = isAskedFor.await(10, TimeUnit.SECONDS);
            mayHear.countDown();

            assertThat(asked).isTrue();
        }
        assertThat(done).containsExactly("entered", "asked", "heard");
    }

    private void allocate(InstanceRecord instance) {
        done.add("asked");
        isAskedFor.countDown();
    }

    private final class SlowEffects implements LifeEffects {

        @Override
        public Runnable prepare(LifeEffect effect, InstanceRecord instance) {
            return () -> {
                try {
                    mayHear.await();
                    done.add("heard");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        }

        @Override
        public void entered(InstanceRecord instance) {
            done.add("entered");
        }
    }
}
