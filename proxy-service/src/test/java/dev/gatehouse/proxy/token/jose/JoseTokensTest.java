package dev.gatehouse.proxy.token.jose;

import static dev.gatehouse.model.error.ConnectionError.CREDENTIALS_EXPIRED_ERROR;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.TEMPORARY_AUTHENTICATION_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.proxy.guest.jose.JoseGuestTokens;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.token.Identity;
import dev.gatehouse.proxy.token.IssuerKeys;
import dev.gatehouse.proxy.token.KeyAnswer;
import dev.gatehouse.proxy.token.jose.TrustedIssuer.Demands;
import dev.gatehouse.testing.TestTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class JoseTokensTest {

    private static final RSAKey RSA = rsa();
    private static final ECKey EC = elliptic();
    private static final KeyPair ED = ed25519();
    private static final OctetKeyPair ED_KEY = publicKey(ED);

    private final TestTime time = new TestTime();
    private final JoseTokens tokens = tokensOf(RSA, EC, ED_KEY);

    @Test
    void knowsThePlayerOfAGoodToken() throws JOSEException {
        assertThat(identify(signed(claims().claim("game_ids", List.of("goldrush", "chess")))))
                .isEqualTo(Verdict.passed(new Identity(
                        new PlayerId("alice"),
                        Set.of(new GameId("goldrush"), new GameId("chess")),
                        time.instant().plus(Duration.ofMinutes(5)))));
    }

    @Test
    void refusesATokenThatNamesAnUnauthenticatedSession() throws JOSEException {
        var nobody = PlayerId.unauthenticated(new SessionId("s-1")).value();

        assertThat(errorOf(signed(claims().subject(nobody)))).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void isGoodForEveryGameWhereTheTokenNamesNone() throws JOSEException {
        assertThat(identify(signed(claims())))
                .isEqualTo(Verdict.passed(
                        new Identity(new PlayerId("alice"), null, time.instant().plus(Duration.ofMinutes(5)))));
    }

    @Test
    void takesElliptic() throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims().build());
        token.sign(new ECDSASigner(EC));

        assertThat(identify(token.serialize())).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void takesEd25519() throws GeneralSecurityException {
        assertThat(identify(signedWithEd25519())).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void takesAGuestsToken() {
        var guests = new JoseGuestTokens(RSA);
        var issuer = new TrustedIssuer(
                "gatehouse:guests",
                Demands.usual("gatehouse:players"),
                IssuerKeys.fixed(guests.publicKeys().getKeys()));
        var token = guests.sign(
                new PlayerId("guest-1"),
                new GameId("goldrush"),
                time.instant(),
                time.instant().plusSeconds(60));

        assertThat(tokens(issuer).identify(token).block())
                .isEqualTo(Verdict.passed(new Identity(
                        new PlayerId("guest-1"),
                        Set.of(new GameId("goldrush")),
                        time.instant().plusSeconds(60))));
    }

    @Test
    void refusesATamperedToken() throws JOSEException {
        var token = signed(claims()).split("\\.", -1);
        var other = signed(claims().subject("bob")).split("\\.", -1);

        assertThat(errorOf(token[0] + "." + other[1] + "." + token[2])).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void refusesATamperedEd25519Token() throws GeneralSecurityException {
        var token = signedWithEd25519().split("\\.", -1);
        var signature = Base64URL.from(token[2]).decode();
        signature[3] ^= 1;

        assertThat(errorOf(token[0] + "." + token[1] + "." + Base64URL.encode(signature)))
                .isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void refusesAnotherAlgorithm() throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa").build(), claims().build());
        token.sign(new RSASSASigner(RSA));

        assertThat(errorOf(token.serialize())).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void refusesAPublicKeyUsedAsASecret() throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims().build());
        token.sign(new MACSigner(RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));

        assertThat(errorOf(token.serialize())).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void refusesATokenWithoutASignature() {
        assertThat(errorOf(new PlainJWT(claims().build()).serialize())).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void refusesWhatIsNoToken() {
        assertThat(errorOf("")).isEqualTo(LOGIN_REJECTED);
        assertThat(errorOf("a.b.c")).isEqualTo(LOGIN_REJECTED);
        assertThat(errorOf("x".repeat(8 * 1024 + 1))).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void refusesAnUnknownIssuerAndAnotherAudience() throws JOSEException {
        assertThat(errorOf(signed(claims().issuer("somebody")))).isEqualTo(LOGIN_REJECTED);
        assertThat(errorOf(signed(claims().issuer(null)))).isEqualTo(LOGIN_REJECTED);
        assertThat(errorOf(signed(claims().audience("gatehouse:operators")))).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void saysThatATokenHasExpiredOnceTheSkewIsOver() throws JOSEException {
        var token = signed(claims());

        time.passes(Duration.ofMinutes(5).plusSeconds(29));
        assertThat(identify(token)).isInstanceOf(Verdict.Passed.class);
        time.passes(Duration.ofSeconds(1));
        assertThat(errorOf(token)).isEqualTo(CREDENTIALS_EXPIRED_ERROR);
    }

    @Test
    void refusesATokenThatIsNotGoodYet() throws JOSEException {
        var inAMinute = Date.from(time.instant().plusSeconds(60));

        assertThat(errorOf(signed(claims().notBeforeTime(inAMinute)))).isEqualTo(LOGIN_REJECTED);
        time.passes(Duration.ofSeconds(30));
        assertThat(identify(signed(claims().notBeforeTime(inAMinute)))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void refusesATokenThatNeverEndsOrIsNobodys() throws JOSEException {
        assertThat(errorOf(signed(claims().expirationTime(null)))).isEqualTo(LOGIN_REJECTED);
        assertThat(errorOf(signed(claims().subject(null)))).isEqualTo(LOGIN_REJECTED);
        assertThat(errorOf(signed(claims().subject("{bad} id")))).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void saysSoWhereKeysCannotBeHad() throws JOSEException {
        var issuer = new TrustedIssuer(
                "studio",
                Demands.usual("gatehouse:players"),
                _ -> Mono.just(new KeyAnswer.Unavailable<>(Duration.ofSeconds(7))));

        assertThat(errorOf(tokens(issuer).identify(signed(claims())).block()))
                .isEqualTo(TEMPORARY_AUTHENTICATION_ERROR);
    }

    @Test
    void blamesNoTokenForWorkersThatAreBusy() throws JOSEException {
        var busy = Schedulers.fromExecutor(_ -> {
            throw new RejectedExecutionException("full");
        });
        var issuer =
                new TrustedIssuer("studio", Demands.usual("gatehouse:players"), IssuerKeys.fixed(List.of((JWK) RSA)));
        var waiting = new JoseTokens(List.of(issuer), Duration.ofSeconds(30), time, busy);

        assertThat(errorOf(waiting.identify(signed(claims())).block())).isEqualTo(TEMPORARY_AUTHENTICATION_ERROR);
    }

    private JoseTokens tokensOf(JWK... keys) {
        var set = Arrays.stream(keys).map(JWK::toPublicJWK).toList();
        return tokens(new TrustedIssuer("studio", Demands.usual("gatehouse:players"), IssuerKeys.fixed(set)));
    }

    private JoseTokens tokens(TrustedIssuer issuer) {
        return new JoseTokens(List.of(issuer), Duration.ofSeconds(30), time, Schedulers.immediate());
    }

    private Verdict<Identity> identify(String token) {
        return Objects.requireNonNull(tokens.identify(token).block());
    }

    private ConnectionError errorOf(String token) {
        return errorOf(identify(token));
    }

    private static ConnectionError errorOf(@Nullable Verdict<Identity> verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return verdict instanceof Verdict.Refused<Identity>(Refusal refusal)
                ? refusal.error()
                : ConnectionError.UNKNOWN;
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("studio")
                .audience("gatehouse:players")
                .subject("alice")
                .expirationTime(Date.from(time.instant().plus(Duration.ofMinutes(5))));
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims.build());
        token.sign(new RSASSASigner(RSA));
        return token.serialize();
    }

    private String signedWithEd25519() throws GeneralSecurityException {
        var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("ed").build();
        var input = header.toBase64URL() + "." + claims().build().toPayload().toBase64URL();
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(ED.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64URL.encode(signature.sign());
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey elliptic() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The last 32 bytes of the encoded key are the key itself (RFC 8410).
    private static OctetKeyPair publicKey(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        var x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
                .keyID("ed")
                .build();
    }
}
