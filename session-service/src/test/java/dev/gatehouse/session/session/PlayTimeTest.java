package dev.gatehouse.session.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.session.session.PlayTime.Interruption;
import dev.gatehouse.session.session.PlayTime.Reading;
import dev.gatehouse.session.session.PlayTime.Stretch;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlayTimeTest {

    private final TestTime time = new TestTime();
    private final PlayTime played = new PlayTime(time);

    @Test
    void knowsNothingBeforeItBegins() {
        assertThat(played.read(time.nanoTime())).isEmpty();
        assertThat(played.isSaved()).isTrue();
    }

    @Test
    void countsFromWhereTheTimelineWas() {
        begin(40);
        passes(7);

        assertThat(reading()).isEqualTo(reading(40, Duration.ofSeconds(7), Duration.ofSeconds(7)));
    }

    @Test
    void beginsAgainOnlyWhereTheTimelineHasMoved() {
        begin(40);
        passes(7);
        begin(40);
        assertThat(reading().leading().lasted()).isEqualTo(Duration.ofSeconds(7));

        begin(41);

        assertThat(reading()).isEqualTo(reading(41, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void leavesOutWhenTheClientCouldNotPlayOnceHoweverManyReasonsThereWere() {
        begin(0);
        passes(1);
        interrupted(Interruption.PAUSED);
        passes(10);
        interrupted(Interruption.AWAY);
        passes(20);
        goesOn(Interruption.PAUSED);
        passes(30);
        assertThat(reading().playable()).isEqualTo(Duration.ofSeconds(1));
        goesOn(Interruption.AWAY);
        passes(4);

        assertThat(reading()).isEqualTo(reading(0, Duration.ofSeconds(65), Duration.ofSeconds(5)));
    }

    @Test
    void takesNoNoticeOfWhatIsShorterThanASecond() {
        begin(0);
        for (int i = 0; i < 100; i++) {
            played.writes(time.nanoTime());
            time.passes(Duration.ofMillis(999));
            played.written(time.nanoTime());
        }

        assertThat(reading().playable()).isEqualTo(reading().leading().lasted());
    }

    @Test
    void leavesOutWhatPassesUntilTheLastWriteIsDone() {
        begin(0);
        played.writes(time.nanoTime());
        passes(3);
        played.writes(time.nanoTime());
        passes(3);
        played.written(time.nanoTime());
        passes(3);
        played.written(time.nanoTime());
        passes(1);

        assertThat(reading().playable()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void goesOnElsewhereWithWhatIsStored() {
        begin(40);
        interrupted(Interruption.PAUSED);
        passes(10);
        goesOn(Interruption.PAUSED);
        passes(5);
        var stored = stored();
        passes(20);

        var there = PlayTime.goingOn(time, stored.leftAt(time.millis() - 18_000), time.nanoTime());
        passes(2);
        there.goesOn(Interruption.AWAY, time.nanoTime());
        passes(1);

        assertThat(there.read(time.nanoTime())).contains(reading(40, Duration.ofSeconds(38), Duration.ofSeconds(8)));
    }

    @Test
    void knowsElsewhereSinceWhenTheClientIsPaused() {
        begin(0);
        passes(2);
        interrupted(Interruption.PAUSED);
        var stored = stored();
        passes(300);

        var there = PlayTime.goingOn(time, stored.leftAt(time.millis() - 10_000), time.nanoTime());
        there.interrupted(Interruption.PAUSED, time.nanoTime());
        there.goesOn(Interruption.AWAY, time.nanoTime());
        passes(7);
        there.goesOn(Interruption.PAUSED, time.nanoTime());

        assertThat(there.read(time.nanoTime())).contains(reading(0, Duration.ofSeconds(309), Duration.ofSeconds(2)));
    }

    @Test
    void takesATimeToComeForNow() {
        begin(0);

        var there = PlayTime.goingOn(new TestTime(time.instant().minusSeconds(30)), stored(), 5);

        assertThat(there.read(5)).contains(reading(0, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void knowsElsewhereWhenASessionBeganThatBeganToLeadLater() {
        begin(40);
        passes(30);
        played.beginAnew(45, time.nanoTime());
        passes(2);

        var reading = new Reading(
                new Stretch(40, Duration.ofSeconds(32)), new Stretch(45, Duration.ofSeconds(2)), Duration.ofSeconds(2));
        assertThat(reading()).isEqualTo(reading);
        assertThat(PlayTime.goingOn(time, stored(), time.nanoTime()).read(time.nanoTime()))
                .contains(reading);
    }

    @Test
    void isToBeStoredWhereverAnotherNodeWouldNotKnow() {
        begin(0);
        assertThat(played.isSaved()).isFalse();
        played.saved(stored());
        assertThat(played.isSaved()).isTrue();

        interrupted(Interruption.AWAY);
        assertThat(played.isSaved()).isFalse();
        played.saved(stored());
        passes(3);
        goesOn(Interruption.AWAY);
        assertThat(played.isSaved()).isFalse();
    }

    private void begin(long tick) {
        played.begin(tick, time.nanoTime());
    }

    private void interrupted(Interruption why) {
        played.interrupted(why, time.nanoTime());
    }

    private void goesOn(Interruption why) {
        played.goesOn(why, time.nanoTime());
    }

    private void passes(int seconds) {
        time.passes(Duration.ofSeconds(seconds));
    }

    /// Of a session that has led since it began.
    private static Reading reading(long firstTick, Duration lasted, Duration playable) {
        var stretch = new Stretch(firstTick, lasted);
        return new Reading(stretch, stretch, playable);
    }

    private Reading reading() {
        return played.read(time.nanoTime()).orElseThrow();
    }

    private StoredPlayTime stored() {
        return Objects.requireNonNull(played.stored());
    }
}
