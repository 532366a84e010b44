package dev.gatehouse.instance.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.wiring.Running.Turns;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class WorldConfigurationTest {

    @Test
    void hasAThreadForEverythingThatIsDoneOverAndOver() {
        assertThat(threadsFor(20) - threadsFor(7)).isEqualTo(13);
        assertThat(threadsFor(0)).isEqualTo(3);
    }

    private static int threadsFor(int turns) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(WorldConfiguration.class);
            IntStream.range(0, turns)
                    .forEach(i -> context.registerBean("turns-" + i, Turns.class, WorldConfigurationTest::turns));
            context.refresh();
            return context.getBean(ScheduledThreadPoolExecutor.class).getCorePoolSize();
        }
    }

    private static Turns turns() {
        return _ -> {
            throw new IllegalStateException("nobody starts it");
        };
    }
}
