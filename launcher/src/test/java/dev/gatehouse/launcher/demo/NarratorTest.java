package dev.gatehouse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NarratorTest {

    private final List<String> told = new ArrayList<>();
    private final AtomicLong nanoTime = new AtomicLong();
    private final Narrator narrator = new Narrator(told::add, nanoTime::get);

    @Test
    void tellsWhenThingsHappened() {
        nanoTime.set(TimeUnit.MILLISECONDS.toNanos(1250));

        narrator.tell("alice digs");

        assertThat(told).containsExactly("    1.25 s  alice digs");
    }

    @Test
    void countsWhatItChecked() {
        narrator.check(true, "gold glitters");
        narrator.checkEqual(3, 3, "her gold");

        assertThat(narrator.claims()).isEqualTo(2);
    }

    @Test
    void stopsAtAClaimThatDoesNotHold() {
        assertThatExceptionOfType(BrokenStoryException.class)
                .isThrownBy(() -> narrator.checkEqual(2, 3, "her gold"))
                .withMessage("not so: her gold is 3 (it is 2)");
    }
}
