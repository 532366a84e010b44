package dev.gatehouse.instance.token;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.token.PartnerTokens.Minted;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Bad;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Good;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.model.partner.Verified;
import dev.gatehouse.registry.instance.PairIds;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartnerTokensTest {

    private static final Bad UNAUTHENTICATED = new Bad(PartnerError.UNAUTHENTICATED);

    private final AtomicInteger ids = new AtomicInteger();
    private final PartnerSigningKey key = PartnerSigningKey.generate();
    private final PartnerTokens tokens = service(key, TestTokens.ISSUER);
    private final Minted pair = tokens.mintPair(SERVER, GAME, ID, NOW);

    @Test
    void knowsWhoseAPairIs() {
        assertThat(check(pair.socialToken(), pair.gameToken()))
                .isEqualTo(new Good(new Pair(
                        SERVER, GAME, ID, new PairIds("token-1", "token-2"), NOW, NOW.plus(TestTokens.PAIR_LIFETIME))));
    }

    @Test
    void givesEveryTokenItsOwnId() {
        var other = tokens.mintPair(SERVER, GAME, ID, NOW);

        assertThat(pair.pair().ids()).isEqualTo(new PairIds("token-1", "token-2"));
        assertThat(other.pair().ids()).isEqualTo(new PairIds("token-3", "token-4"));
    }

    @Test
    @DisplayName("3.4 (3): one of two tokens is not enough")
    void wantsBothTokens() {
        assertThat(check(null, pair.gameToken())).isEqualTo(UNAUTHENTICATED);
        assertThat(check(pair.socialToken(), null)).isEqualTo(UNAUTHENTICATED);
        assertThat(check(null, null)).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    @DisplayName("3.4 (3): neither token does in the place of the other")
    void wantsEachTokenInItsOwnPlace() {
        assertThat(check(pair.gameToken(), pair.socialToken())).isEqualTo(UNAUTHENTICATED);
        assertThat(check(pair.socialToken(), pair.socialToken())).isEqualTo(UNAUTHENTICATED);
        assertThat(check(pair.gameToken(), pair.gameToken())).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void refusesATicketAsAToken() {
        var ticket = tokens.mintTicket(ALICE, GAME, ID, NOW);

        assertThat(check(pair.socialToken(), ticket)).isEqualTo(UNAUTHENTICATED);
        assertThat(check(ticket, pair.gameToken())).isEqualTo(UNAUTHENTICATED);
        assertThat(tokens.checkTicket(pair.gameToken(), NOW)).isInstanceOf(Verified.Refused.class);
    }

    @Test
    @DisplayName("3.4 (2): halves of two pairs are refused, of another server, game or instance")
    void refusesHalvesOfTwoPairs() {
        var otherServer = tokens.mintPair(new ServerId("gs-2"), GAME, ID, NOW);
        var otherGame = tokens.mintPair(SERVER, new GameId("chess"), ID, NOW);
        var otherInstance = tokens.mintPair(SERVER, GAME, new InstanceId("gi-2"), NOW);

        assertThat(check(otherServer.socialToken(), pair.gameToken())).isEqualTo(UNAUTHENTICATED);
        assertThat(check(otherGame.socialToken(), pair.gameToken())).isEqualTo(UNAUTHENTICATED);
        assertThat(check(otherInstance.socialToken(), pair.gameToken())).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void refusesTokensOfAnotherService() {
        var otherKey = service(PartnerSigningKey.generate(), TestTokens.ISSUER);
        var otherIssuer = service(key, "somebody");

        for (PartnerTokens stranger : List.of(otherKey, otherIssuer)) {
            var strange = stranger.mintPair(SERVER, GAME, ID, NOW);
            assertThat(check(strange.socialToken(), strange.gameToken())).isEqualTo(UNAUTHENTICATED);
        }
    }

    @Test
    @DisplayName("3.4 (2): an expired pair is refused")
    void refusesAPairThatHasExpired() {
        var after = NOW.plus(TestTokens.PAIR_LIFETIME);

        assertThat(tokens.checkPair(pair.socialToken(), pair.gameToken(), after))
                .isEqualTo(new Bad(PartnerError.TOKEN_EXPIRED));
    }

    @Test
    void refusesATokenThatWasTamperedWith() {
        var changed = pair.gameToken().substring(0, pair.gameToken().length() - 2) + "AA";

        assertThat(check(pair.socialToken(), changed)).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void givesATicketAMinute() {
        var ticket = tokens.mintTicket(ALICE, GAME, ID, NOW);

        assertThat(tokens.checkTicket(ticket, NOW.plusSeconds(59))).isInstanceOf(Verified.Accepted.class);
        assertThat(tokens.checkTicket(ticket, NOW.plusSeconds(60)))
                .isEqualTo(new Verified.Refused(Verified.Reason.EXPIRED));
    }

    @Test
    void showsNoToken() {
        assertThat(pair.toString()).doesNotContain(pair.gameToken()).doesNotContain(pair.socialToken());
    }

    private PairCheck check(@Nullable String social, @Nullable String game) {
        return tokens.checkPair(social, game, NOW);
    }

    private PartnerTokens service(PartnerSigningKey key, String issuer) {
        return TestTokens.of(key, issuer, () -> "token-" + ids.incrementAndGet());
    }
}
