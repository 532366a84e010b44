package dev.gatehouse.goldrush.dedicated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastShiftTest {

    private final TestTime time = new TestTime();
    private final FakeBackstage backstage = new FakeBackstage();
    private final LastShift lastShift = new LastShift(backstage, time, time.executor());

    @Test
    void endsASecondBeforeTheEarliestDeadline() {
        var now = time.instant();

        lastShift.endBy(now.plusSeconds(30));
        lastShift.endBy(now.plusSeconds(10));
        lastShift.endBy(now.plusSeconds(20));
        time.passes(Duration.ofMillis(8_999));
        assertThat(backstage.calls).isEmpty();

        time.passes(Duration.ofMinutes(1));
        assertThat(backstage.calls).containsExactly("end");
    }

    @Test
    void endsAtOnceWhereThereIsNoTimeLeft() {
        lastShift.endBy(time.instant().plusMillis(500));
        time.passes(Duration.ofMillis(1));

        assertThat(backstage.calls).containsExactly("end");
    }
}
