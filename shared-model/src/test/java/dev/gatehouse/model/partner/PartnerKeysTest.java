package dev.gatehouse.model.partner;

import static dev.gatehouse.model.partner.PartnerTokenType.GAME;
import static dev.gatehouse.model.partner.PartnerTokenType.SOCIAL;
import static dev.gatehouse.model.partner.PartnerTokenType.TICKET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerKeysTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final String ISSUER = "gatehouse:game-instances";

    /// The example of RFC 7515, appendix A.3, made at [#NOW].
    private static final String PRIVATE_KEY = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"2030\",\"alg\":\"ES256\","
            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
            + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\","
            + "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\",\"iat\":1893456000}";

    private final PartnerSigningKey key = PartnerSigningKey.generate();
    private final PartnerKeys keys = PartnerKeys.of(List.of(key), ISSUER);

    @Test
    void acceptsWhatItsKeySigned() {
        var claims = claims(GAME);

        assertThat(keys.verify(GAME, key.sign(GAME, claims), NOW)).isEqualTo(new Accepted(claims));
    }

    @Test
    void acceptsByThePublishedKeys() throws Exception {
        var published = PartnerKeys.of(PartnerKeys.publish(List.of(key)), ISSUER);

        assertThat(published.verify(TICKET, key.sign(TICKET, claims(TICKET)), NOW))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void publishesNoSecret() {
        assertThat(PartnerKeys.publish(List.of(key)))
                .contains("\"crv\":\"P-256\"")
                .doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @CsvSource({"SOCIAL, GAME", "SOCIAL, TICKET", "GAME, SOCIAL", "GAME, TICKET", "TICKET, SOCIAL", "TICKET, GAME"})
    @DisplayName("3.4 (2): no token does in place of another kind")
    void refusesOneTypeInPlaceOfAnother(PartnerTokenType signed, PartnerTokenType wanted) {
        var token = key.sign(signed, claims(signed));

        assertThat(keys.verify(wanted, token, NOW)).isEqualTo(new Refused(Reason.WRONG_TYPE));
    }

    @Test
    @DisplayName("3.4 (20): wrong issuer")
    void refusesAnotherIssuer() {
        var token = key.sign(GAME, claims(GAME));

        assertThat(PartnerKeys.of(List.of(key), "somebody").verify(GAME, token, NOW))
                .isEqualTo(new Refused(Reason.WRONG_ISSUER));
    }

    @Test
    @DisplayName("3.4 (20): wrong kid")
    void refusesAnotherKey() {
        var token = PartnerSigningKey.generate().sign(GAME, claims(GAME));

        assertThat(keys.verify(GAME, token, NOW)).isEqualTo(new Refused(Reason.UNKNOWN_KEY));
    }

    @Test
    void refusesFromTheSecondOfExpiryOn() {
        var token = key.sign(GAME, claims(GAME));

        assertThat(keys.verify(GAME, token, NOW.plusSeconds(59))).isInstanceOf(Accepted.class);
        assertThat(keys.verify(GAME, token, NOW.plusSeconds(60))).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    @DisplayName("3.4 (20): clocks may differ by five seconds")
    void forgivesClocksThatDifferALittle() {
        var token = key.sign(GAME, claims(GAME));

        assertThat(keys.verify(GAME, token, NOW.minusSeconds(5))).isInstanceOf(Accepted.class);
        assertThat(keys.verify(GAME, token, NOW.minus(Duration.ofSeconds(6))))
                .isEqualTo(new Refused(Reason.NOT_YET_VALID));
    }

    @Test
    void refusesEverySingleChangedCharacter() {
        var token = key.sign(TICKET, claims(TICKET));

        for (int at = 0; at < token.length(); at++) {
            var changed = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
            assertThat(keys.verify(TICKET, changed, NOW)).as("character %d", at).isInstanceOf(Refused.class);
        }
    }

    @Test
    void refusesClaimsThatWereChanged() {
        var parts = key.sign(GAME, claims(GAME)).split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("gi-1", "gi-2");
        var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));

        assertThat(keys.verify(GAME, parts[0] + "." + changed + "." + parts[2], NOW))
                .isEqualTo(new Refused(Reason.BAD_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS256", "ES384", ""})
    @DisplayName("3.4 (20): no other algorithm, and none at all")
    void refusesEveryOtherAlgorithm(String algorithm) {
        var parts = key.sign(GAME, claims(GAME)).split("\\.", -1);
        var header = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8).replace("ES256", algorithm);
        var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));

        assertThat(keys.verify(GAME, changed + "." + parts[1] + "." + parts[2], NOW))
                .isEqualTo(new Refused(Reason.WRONG_TYPE));
        assertThat(keys.verify(GAME, changed + "." + parts[1] + ".", NOW)).isEqualTo(new Refused(Reason.WRONG_TYPE));
    }

    @Test
    @DisplayName("3.4 (20): the public key is no secret to sign with")
    void refusesAMacWithThePublicKeyAsItsSecret() throws Exception {
        var parts = key.sign(GAME, claims(GAME)).split("\\.", -1);
        var header = base64("{\"alg\":\"HS256\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(GAME.typ(), key.name()));
        var mac = Mac.getInstance("HmacSHA256");
        for (var secret : List.of(
                key.published().publicKey().getEncoded(),
                PartnerKeys.publish(List.of(key)).getBytes(UTF_8))) {
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] signature = mac.doFinal((header + "." + parts[1]).getBytes(UTF_8));
            var token = header + "." + parts[1] + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);

            assertThat(keys.verify(GAME, token, NOW)).isEqualTo(new Refused(Reason.WRONG_TYPE));
        }
    }

    @Test
    void refusesATokenWithoutTheNameOfItsKey() {
        var parts = key.sign(GAME, claims(GAME)).split("\\.", -1);
        var header = base64("{\"alg\":\"ES256\",\"typ\":\"%s\"}".formatted(GAME.typ()));

        assertThat(keys.verify(GAME, header + "." + parts[1] + "." + parts[2], NOW))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "....", "e30.e30.e30", "{}.{}.{}"})
    void refusesWhatIsNoToken(String text) {
        assertThat(keys.verify(GAME, text, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void doesNotSignForTheWrongAudience() {
        assertThatIllegalArgumentException().isThrownBy(() -> key.sign(SOCIAL, claims(GAME)));
    }

    @Test
    void doesNotQuoteAKeyItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerSigningKey.read("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":1,\"d\":\"hush\"}"))
                .withMessageNotContaining("hush")
                .withNoCause();
    }

    @Test
    void readsOneKeyAndASetOfThem() {
        var one = PartnerSigningKey.read(PRIVATE_KEY);
        var several = PartnerSigningKey.read("{\"keys\":[" + PRIVATE_KEY + "]}");

        assertThat(one).extracting(PartnerSigningKey::name).containsExactly("2030");
        assertThat(one.getFirst().issuedAt()).contains(NOW);
        assertThat(several)
                .extracting(PartnerSigningKey::published)
                .containsExactly(one.getFirst().published());
        var token = one.getFirst().sign(GAME, claims(GAME));
        assertThat(PartnerKeys.of(several, ISSUER).verify(GAME, token, NOW)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"keys\":[]}", "{\"keys\":[{}]}", "{\"keys\":7}", "null"})
    void readsNoKeyWhereThereIsNone(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartnerSigningKey.read(json));
    }

    @ParameterizedTest
    @CsvSource({"P-256, P-384", "1893456000, 99999999999999999", "jpsQ, ?", "ES256, ES384"})
    void refusesAKeyThatCannotSign(String was, String is) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerSigningKey.read(PRIVATE_KEY.replace(was, is)))
                .withMessageStartingWith("key:");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static PartnerClaims claims(PartnerTokenType type) {
        long now = NOW.getEpochSecond();
        return new PartnerClaims(
                ISSUER,
                type.audience(),
                "gs-1",
                new GameId("goldrush"),
                new InstanceId("gi-1"),
                "token-1",
                now,
                now,
                now + 60);
    }
}
