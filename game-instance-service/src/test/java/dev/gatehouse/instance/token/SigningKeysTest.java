package dev.gatehouse.instance.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.instance.token.SigningKeys.Rules;
import dev.gatehouse.model.partner.PartnerSigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Rules RULES = new Rules("issuer", MINUTE.multipliedBy(10), MINUTE.multipliedBy(70));

    private final PartnerSigningKey first = PartnerSigningKey.generate();
    private final PartnerSigningKey second = PartnerSigningKey.generate(NOW);
    private final PartnerSigningKey third = PartnerSigningKey.generate(NOW.plus(MINUTE.multipliedBy(5)));
    private final Instant secondSigns = NOW.plus(RULES.publishBefore());
    private final SigningKeys both = SigningKeys.of(List.of(first), RULES).with(List.of(first, second), NOW);

    @Test
    void publishesAKeyBeforeItSigns() {
        assertThat(both.published()).containsExactly(first, second);
        assertThat(both.signer(NOW)).isSameAs(first);
        assertThat(both.signer(secondSigns.minus(MOMENT))).isSameAs(first);
        assertThat(both.signer(secondSigns)).isSameAs(second);
    }

    @Test
    void saysTheSameOnAReplicaThatHasJustStarted() {
        var started = SigningKeys.of(List.of(second, first), RULES);

        for (var now : List.of(NOW, secondSigns.minus(MOMENT), secondSigns, secondSigns.plus(MINUTE))) {
            assertThat(started.signer(now)).isSameAs(both.signer(now));
        }
        assertThat(started.published()).isEqualTo(both.published());
    }

    @Test
    void publishesAKeyForAsLongAsItsFileIsThere() {
        assertThat(both.at(secondSigns.plus(Duration.ofDays(365))).published()).containsExactly(first, second);
    }

    @Test
    void keepsAKeyWhoseFileIsGoneUntilItsLastTokenIs() {
        var late = secondSigns.plus(MINUTE);
        var without = both.with(List.of(second), late);

        assertThat(without.at(late.plus(RULES.keepAfter()).minus(MOMENT)).published())
                .containsExactly(first, second);
        assertThat(without.at(late.plus(RULES.keepAfter())).published()).containsExactly(second);
    }

    @Test
    void letsAKeyThatWasReplacedTooEarlySignUntilTheNextMay() {
        var replaced = both.with(List.of(second), NOW.plus(MINUTE));

        assertThat(replaced.signer(secondSigns.minus(MOMENT))).isSameAs(first);
        assertThat(replaced.signer(secondSigns)).isSameAs(second);
        assertThat(replaced.at(secondSigns.plus(RULES.keepAfter()).minus(MOMENT))
                        .published())
                .contains(first);
        assertThat(replaced.at(secondSigns.plus(RULES.keepAfter())).published()).containsExactly(second);
    }

    @Test
    void signsAtOnceWhereNoOtherKeyIsKnown() {
        var alone = SigningKeys.of(List.of(third, second), RULES);

        assertThat(alone.signer(NOW)).isSameAs(second);
    }

    @Test
    void goesBackToTheKeyBeforeWhereTheNewOneIsTakenAway() {
        var back = both.with(List.of(first), secondSigns.plus(MINUTE));

        assertThat(back.signer(secondSigns.plus(MINUTE))).isSameAs(first);
        assertThat(back.published()).containsExactly(first, second);
    }

    @Test
    void knowsAKeyAgainThatComesBack() {
        var back = both.with(List.of(second), NOW).with(List.of(first, second), NOW.plus(MINUTE));

        assertThat(back.at(NOW.plus(Duration.ofDays(365))).published()).containsExactly(first, second);
    }

    @Test
    void signsWithTheNewestOfSeveral() {
        var three = both.with(List.of(third, first, second), NOW.plus(MINUTE.multipliedBy(5)));
        var thirdSigns = secondSigns.plus(MINUTE.multipliedBy(5));

        assertThat(three.signer(thirdSigns.minus(MOMENT))).isSameAs(second);
        assertThat(three.signer(thirdSigns)).isSameAs(third);
    }

    @Test
    void refusesKeysThatCannotBeToldApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.with(List.of(second, second), NOW))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.with(List.of(first, PartnerSigningKey.generate()), NOW))
                .withMessageContaining("without iat");
        assertThatIllegalArgumentException().isThrownBy(() -> both.with(List.of(), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.with(
                        Stream.generate(() -> PartnerSigningKey.generate(NOW))
                                .limit(17)
                                .toList(),
                        NOW));
    }

    @Test
    void refusesAnotherKeyUnderAKnownName() {
        var one = named("partner", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU");
        var other = named("partner", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEV");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.of(List.of(one), RULES).with(List.of(other), NOW))
                .withMessage("key partner: another one than before (expected: a new name for a new key)");
    }

    @Test
    void wantsNewKeysToBePublishedForLongerThanOthersKeepOldOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rules("issuer", SigningKeys.CACHED_FOR, MINUTE))
                .withMessageContaining("publishBefore: PT5M");
    }

    /// The key of RFC 7515, appendix A.3; its point is not looked at here.
    private static PartnerSigningKey named(String name, String x) {
        return PartnerSigningKey.read("""
                {"kty":"EC","crv":"P-256","kid":"%s","x":"%s","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                 "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
                """.formatted(name, x)).getFirst();
    }
}
