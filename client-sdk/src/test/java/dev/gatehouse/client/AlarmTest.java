package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TestTime time = new TestTime();
    private final List<Throwable> failures = new ArrayList<>();
    private final Alarm alarm = new Alarm(new Object(), time.executor(), failures::add);

    @Test
    void tellsWhatAStepThrowsAndRingsAgain() {
        var mistake = new AssertionError("a mistake in a step");
        alarm.every(PAUSE, () -> {
            throw mistake;
        });

        time.passes(PAUSE.multipliedBy(2));

        assertThat(failures).containsExactly(mistake, mistake);
    }

    @Test
    void tellsWhatIsFatalAndRingsNoMore() {
        var fatal = new OutOfMemoryError("no heap");
        alarm.every(PAUSE, () -> {
            throw fatal;
        });

        time.passes(PAUSE.multipliedBy(2));

        assertThat(failures).containsExactly(fatal);
    }
}
