package dev.gatehouse.instance.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.instance.life.InstanceExamples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenPropertiesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void looksAfterLinksOftenEnoughForARevocationToHoldWithinASecond() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(HOUR, Duration.ofMillis(451)))
                .withMessage("linksEvery: PT0.451S (expected: <= PT0.45S)");
        assertThat(settings(HOUR, Duration.ofMillis(450)).linksEvery()).isEqualTo(Duration.ofMillis(450));
    }

    @Test
    void givesAServerThatLinksLateTheTimeForItsNextPair() {
        var shortest = InstanceExamples.DEADLINES
                .allocation()
                .plus(InstanceExamples.DEADLINES.link())
                .multipliedBy(2);

        settings(shortest, Duration.ofMillis(400)).check(InstanceExamples.DEADLINES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(shortest.minusMillis(1), Duration.ofMillis(400))
                        .check(InstanceExamples.DEADLINES))
                .withMessageStartingWith("tokens.pairLifetime: ");
    }

    private static TokenProperties settings(Duration pairLifetime, Duration linksEvery) {
        return new TokenProperties(pairLifetime, Duration.ofMinutes(10), Duration.ofSeconds(10), linksEvery);
    }
}
