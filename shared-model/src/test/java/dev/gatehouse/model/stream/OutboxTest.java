package dev.gatehouse.model.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Bounds WIDE = new Bounds(100, 1_000, Duration.ofSeconds(10));

    private final Outbox<String> outbox = new Outbox<>(WIDE);

    @Test
    void isHalfFreeAsLongAsNeitherBoundIsHalfUsed() {
        var outbox = new Outbox<String>(new Bounds(4, 100, Duration.ofMinutes(1)));
        assertThat(outbox.isHalfFree()).isTrue();

        outbox.add("a", 50, 0);
        assertThat(outbox.isHalfFree()).isTrue();
        outbox.add("b", 1, 0);
        assertThat(outbox.isHalfFree()).isFalse();
        outbox.acknowledge(1);
        assertThat(outbox.isHalfFree()).isTrue();
        outbox.add("c", 0, 0);
        outbox.add("d", 0, 0);
        assertThat(outbox.isHalfFree()).isFalse();
    }

    @Test
    void numbersFromOne() {
        assertThat(outbox.nextNumber()).isEqualTo(1);
        assertThat(outbox.add("a", 1, 0)).isEqualTo(1);
        assertThat(outbox.add("b", 1, 0)).isEqualTo(2);
        assertThat(outbox.nextNumber()).isEqualTo(3);
    }

    @Test
    void hasAPositionBeforeTheFirstFrame() {
        assertThat(outbox.after(0)).hasValue(List.of());
    }

    @Test
    void givesWhatTheOtherEndMissed() {
        outbox.add("a", 1, 0);
        outbox.add("b", 1, 0);
        outbox.add("c", 1, 0);

        assertThat(outbox.after(0)).hasValue(List.of(new Sent<>(1, "a"), new Sent<>(2, "b"), new Sent<>(3, "c")));
        assertThat(outbox.after(1)).hasValue(List.of(new Sent<>(2, "b"), new Sent<>(3, "c")));
        assertThat(outbox.after(3)).hasValue(List.of());
    }

    @Test
    void givesTheSameAgainToASecondResume() {
        outbox.add("a", 1, 0);
        outbox.add("b", 1, 0);
        outbox.after(1);

        assertThat(outbox.after(1)).hasValue(List.of(new Sent<>(2, "b")));
    }

    @Test
    void forgetsWhatIsAcknowledged() {
        outbox.add("a", 3, 0);
        outbox.add("b", 4, 0);

        assertThat(outbox.acknowledge(1)).isTrue();

        assertThat(outbox.count()).isEqualTo(1);
        assertThat(outbox.bytes()).isEqualTo(4);
        assertThat(outbox.overflowed()).isFalse();
    }

    @Test
    void cannotResumeFromBeforeAnAcknowledgement() {
        outbox.add("a", 1, 0);
        outbox.add("b", 1, 0);
        outbox.acknowledge(2);

        assertThat(outbox.after(1)).isEmpty();
    }

    @Test
    void ignoresAnAcknowledgementOlderThanAnother() {
        outbox.add("a", 1, 0);
        outbox.add("b", 1, 0);
        outbox.acknowledge(2);

        assertThat(outbox.acknowledge(1)).isTrue();
        assertThat(outbox.after(2)).hasValue(List.of());
    }

    @Test
    void refusesAnAcknowledgementOfWhatWasNeverSent() {
        outbox.add("a", 1, 0);

        assertThat(outbox.acknowledge(2)).isFalse();
        assertThat(outbox.acknowledge(-1)).isFalse();
        assertThat(outbox.after(0)).hasValue(List.of(new Sent<>(1, "a")));
    }

    @Test
    void cannotResumeFromWhatWasNeverSent() {
        outbox.add("a", 1, 0);

        assertThat(outbox.after(2)).isEmpty();
        assertThat(outbox.after(-1)).isEmpty();
    }

    @Test
    void dropsTheOldestPastTheCount() {
        var small = new Outbox<String>(new Bounds(2, 1_000, Duration.ofSeconds(10)));
        small.add("a", 1, 0);
        small.add("b", 1, 0);
        assertThat(small.overflowed()).isFalse();

        small.add("c", 1, 0);

        assertThat(small.overflowed()).isTrue();
        assertThat(small.after(0)).isEmpty();
        assertThat(small.after(1)).hasValue(List.of(new Sent<>(2, "b"), new Sent<>(3, "c")));
    }

    @Test
    void dropsTheOldestPastTheBytes() {
        var small = new Outbox<String>(new Bounds(100, 10, Duration.ofSeconds(10)));
        small.add("a", 4, 0);
        small.add("b", 6, 0);
        assertThat(small.overflowed()).isFalse();

        small.add("c", 1, 0);

        assertThat(small.bytes()).isEqualTo(7);
        assertThat(small.after(0)).isEmpty();
    }

    @Test
    void keepsNothingOfAFrameLargerThanAllItsRoom() {
        var small = new Outbox<String>(new Bounds(100, 10, Duration.ofSeconds(10)));

        assertThat(small.add("a", 11, 0)).isEqualTo(1);

        assertThat(small.bytes()).isZero();
        assertThat(small.overflowed()).isTrue();
        assertThat(small.after(0)).isEmpty();
        assertThat(small.after(1)).hasValue(List.of());
    }

    @Test
    void dropsWhatHasGrownTooOld() {
        long start = Long.MAX_VALUE - 1; // Monotonic time may pass the largest long.
        outbox.add("a", 1, start);

        outbox.trim(start + 10_000_000_000L);
        assertThat(outbox.after(0)).isPresent();

        outbox.trim(start + 10_000_000_001L);
        assertThat(outbox.after(0)).isEmpty();
        assertThat(outbox.overflowed()).isTrue();
    }

    @Test
    void isWholeAgainOnceTheOtherEndHasWhatWasDropped() {
        var small = new Outbox<String>(new Bounds(1, 1_000, Duration.ofSeconds(10)));
        small.add("a", 1, 0);
        small.add("b", 1, 0);

        small.acknowledge(1);

        assertThat(small.overflowed()).isFalse();
        assertThat(small.after(1)).hasValue(List.of(new Sent<>(2, "b")));
    }

    @Test
    void refusesBoundsThatBoundNothing() {
        assertThatThrownBy(() -> new Bounds(0, 1, Duration.ofSeconds(1))).hasMessage("maxCount: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new Bounds(1, 0, Duration.ofSeconds(1))).hasMessage("maxBytes: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new Bounds(1, 1, Duration.ZERO)).hasMessage("maxAge: PT0S (expected: > 0)");
    }
}
