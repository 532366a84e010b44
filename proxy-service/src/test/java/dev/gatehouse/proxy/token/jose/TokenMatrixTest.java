package dev.gatehouse.proxy.token.jose;

import static dev.gatehouse.model.error.ConnectionError.CREDENTIALS_EXPIRED_ERROR;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.proxy.token.SigningAlgorithm.ES256;
import static dev.gatehouse.proxy.token.SigningAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.token.Identity;
import dev.gatehouse.proxy.token.IssuerKeys;
import dev.gatehouse.proxy.token.jose.TrustedIssuer.Demands;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.scheduler.Schedulers;

/// Fault F72: every way in which a token can be wrong, and what its bearer hears.
class TokenMatrixTest {

    // The first of January 2030.
    private static final long NOW = 1_893_456_000L;
    private static final TestTime TIME = new TestTime(Instant.ofEpochSecond(NOW));
    private static final TokenMint STUDIO = new TokenMint("k1");
    private static final TokenMint STUDIO_SECOND = new TokenMint("k2");
    private static final TokenMint CHESS = new TokenMint("k1");
    private static final TokenMint STRANGER = new TokenMint("k1");

    private static final String HEADER = "{'alg':'RS256','kid':'k1','typ':'JWT'}".replace('\'', '"');
    private static final String CLAIMS = claims("'exp':" + (NOW + 300));

    private static final JoseTokens TOKENS = new JoseTokens(
            List.of(
                    new TrustedIssuer(
                            "studio",
                            Demands.usual("gatehouse:players"),
                            IssuerKeys.<JWK>fixed(List.of(STUDIO.publicKey(), STUDIO_SECOND.publicKey()))),
                    new TrustedIssuer(
                            "chess-house",
                            new Demands(
                                    "gatehouse:players", Set.of(new GameId("chess")), Set.of(RS256), List.of("JWT")),
                            IssuerKeys.<JWK>fixed(List.of(CHESS.publicKey()))),
                    new TrustedIssuer(
                            "elliptic",
                            new Demands("gatehouse:players", null, Set.of(ES256), List.of("JWT")),
                            IssuerKeys.<JWK>fixed(List.of(STUDIO.publicKey())))),
            Duration.ofSeconds(30),
            TIME,
            Schedulers.immediate());

    /// @param error absent for a token that is good
    record Row(String name, String token, @Nullable ConnectionError error) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(algorithms(), headers(), keys(), claimsOfIssuers(), times(), shapes(), partners())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> algorithms() {
        return Stream.of(
                bad("alg none", TokenMint.unsigned(header("'alg':'none'"), CLAIMS)),
                bad("alg None", TokenMint.unsigned(header("'alg':'None'"), CLAIMS)),
                bad("alg nOnE with a signature", STUDIO.sign(header("'alg':'nOnE','kid':'k1'"), CLAIMS)),
                bad("alg absent", STUDIO.sign(header("'kid':'k1'"), CLAIMS)),
                bad("alg of another type", STUDIO.sign(header("'alg':['RS256'],'kid':'k1'"), CLAIMS)),
                bad(
                        "HS256 with the public RSA key as secret",
                        STUDIO.signWithPublicKeyAsSecret(header("'alg':'HS256','kid':'k1'"), CLAIMS)),
                bad("RS256 called PS256", STUDIO.sign(header("'alg':'PS256','kid':'k1'"), CLAIMS)),
                bad("RS512", STUDIO.sign("SHA512withRSA", header("'alg':'RS512','kid':'k1'"), CLAIMS)),
                bad("RS256 called ES256", STUDIO.sign(header("'alg':'ES256','kid':'k1'"), CLAIMS)),
                bad(
                        "an algorithm that its issuer may not use",
                        STUDIO.sign(HEADER, CLAIMS.replace("studio", "elliptic"))));
    }

    private static Stream<Row> headers() {
        return Stream.of(
                good("typ at+jwt", STUDIO.sign(header("'alg':'RS256','kid':'k1','typ':'application/AT+JWT'"), CLAIMS)),
                good("typ absent", STUDIO.sign(header("'alg':'RS256','kid':'k1'"), CLAIMS)),
                bad("typ of the social token", typed("gatehouse-social+jwt")),
                bad("typ of the game token", typed("gatehouse-game+jwt")),
                bad("typ of a ticket", typed("gatehouse-ticket+jwt")),
                bad("typ of something else", typed("dpop+jwt")),
                bad("crit", STUDIO.sign(header("'alg':'RS256','kid':'k1','crit':['exp'],'exp':1"), CLAIMS)),
                bad("crit, empty", STUDIO.sign(header("'alg':'RS256','kid':'k1','crit':[]"), CLAIMS)),
                bad("b64", STUDIO.sign(header("'alg':'RS256','kid':'k1','b64':false"), CLAIMS)),
                bad("alg twice", STUDIO.sign(header("'alg':'none','alg':'RS256','kid':'k1'"), CLAIMS)),
                bad(
                        "the stranger's key in jwk",
                        STRANGER.sign(
                                header("'alg':'RS256','jwk':"
                                        + STRANGER.publicKey().toJSONString().replace('"', '\'')),
                                CLAIMS)),
                bad(
                        "the stranger's key at jku",
                        STRANGER.sign(header("'alg':'RS256','kid':'k1','jku':'http://127.0.0.1:9/jwks'"), CLAIMS)),
                bad(
                        "the stranger's key at x5u",
                        STRANGER.sign(header("'alg':'RS256','kid':'k1','x5u':'http://127.0.0.1:9/x5u'"), CLAIMS)));
    }

    /// 3.4 (2): what game-instance-service signs lets nobody in as a player, whatever it says of itself.
    private static Stream<Row> partners() {
        var key = PartnerSigningKey.generate();
        return Stream.of(PartnerTokenType.values())
                .flatMap(type -> Stream.of("gatehouse:game-instances", "studio", "elliptic")
                        .map(issuer -> bad(type + " of " + issuer, key.sign(type, partnerClaims(type, issuer)))));
    }

    private static PartnerClaims partnerClaims(PartnerTokenType type, String issuer) {
        return new PartnerClaims(
                issuer,
                type.audience(),
                "alice",
                new GameId("chess"),
                new InstanceId("gi-1"),
                "id",
                NOW,
                NOW,
                NOW + 300);
    }

    private static Stream<Row> keys() {
        return Stream.of(
                good("the second key", STUDIO_SECOND.sign(header("'alg':'RS256','kid':'k2'"), CLAIMS)),
                good("no kid, a key of the issuer's", STUDIO.sign(header("'alg':'RS256'"), CLAIMS)),
                bad("no kid, a stranger's key", STRANGER.sign(header("'alg':'RS256'"), CLAIMS)),
                bad("a stranger's key under a known kid", STRANGER.sign(HEADER, CLAIMS)),
                bad("kid of another key of the issuer's", STUDIO.sign(header("'alg':'RS256','kid':'k2'"), CLAIMS)),
                bad("kid unknown", STUDIO.sign(header("'alg':'RS256','kid':'k9'"), CLAIMS)),
                bad("kid of a file", STUDIO.sign(header("'alg':'RS256','kid':'../../../../dev/null'"), CLAIMS)),
                bad("kid with quotes of SQL", STUDIO.sign(header("'alg':'RS256','kid':'k1\\u0027 or 1=1--'"), CLAIMS)),
                bad("kid of another type", STUDIO.sign(header("'alg':'RS256','kid':1"), CLAIMS)),
                bad("another issuer's key of the same kid", CHESS.sign(HEADER, CLAIMS)));
    }

    private static Stream<Row> claimsOfIssuers() {
        var exp = "'exp':" + (NOW + 300);
        return Stream.of(
                bad("iss unknown", STUDIO.sign(HEADER, CLAIMS.replace("studio", "somebody"))),
                bad("iss absent", STUDIO.sign(HEADER, json("'aud':'gatehouse:players','sub':'alice'," + exp))),
                bad("iss in another case", STUDIO.sign(HEADER, CLAIMS.replace("studio", "Studio"))),
                bad("aud of operators", STUDIO.sign(HEADER, CLAIMS.replace("gatehouse:players", "gatehouse:admin"))),
                bad("aud of game servers", STUDIO.sign(HEADER, CLAIMS.replace("gatehouse:players", "gatehouse:game"))),
                bad("aud absent", STUDIO.sign(HEADER, json("'iss':'studio','sub':'alice'," + exp))),
                bad("aud with a number", STUDIO.sign(HEADER, CLAIMS.replace("\"gatehouse:players\"", "[1]"))),
                good(
                        "aud among others",
                        STUDIO.sign(HEADER, CLAIMS.replace("\"gatehouse:players\"", "[\"x\",\"gatehouse:players\"]"))),
                bad("sub absent", STUDIO.sign(HEADER, json("'iss':'studio','aud':'gatehouse:players'," + exp))),
                bad("sub of no player", STUDIO.sign(HEADER, CLAIMS.replace("alice", "{a} b"))),
                bad("sub twice", STUDIO.sign(HEADER, claims(exp + ",'sub':'bob'"))),
                bad("game_ids of another type", STUDIO.sign(HEADER, claims(exp + ",'game_ids':'goldrush'"))),
                bad(
                        "claims 100 levels deep",
                        STUDIO.sign(HEADER, claims(exp + ",'x':" + "[".repeat(100) + "]".repeat(100)))),
                bad("a number of 5,000 digits", STUDIO.sign(HEADER, claims(exp + ",'x':" + "9".repeat(5000)))));
    }

    private static Stream<Row> times() {
        return Stream.of(
                good("expired within the skew", at("'exp':" + (NOW - 29))),
                new Row("expired", at("'exp':" + (NOW - 31)), CREDENTIALS_EXPIRED_ERROR),
                bad("exp absent", at("'iat':" + NOW)),
                bad("exp as text", at("'exp':'" + (NOW + 300) + "'")),
                bad("exp beyond every calendar", at("'exp':9223372036854775807")),
                bad("exp infinite", at("'exp':1e999")),
                bad("exp twice", at("'exp':" + (NOW - 60) + ",'exp':" + (NOW + 300))),
                good("exp with a fraction", at("'exp':" + (NOW + 300) + ".5")),
                bad("nbf in the future", at("'exp':" + (NOW + 300) + ",'nbf':" + (NOW + 31))),
                good("nbf within the skew", at("'exp':" + (NOW + 300) + ",'nbf':" + (NOW + 29))),
                bad("iat in the future", at("'exp':" + (NOW + 300) + ",'iat':" + (NOW + 31))),
                bad("iat huge", at("'exp':" + (NOW + 300) + ",'iat':99999999999999999999")),
                bad("iat negative", at("'exp':" + (NOW + 300) + ",'iat':-1")));
    }

    private static Stream<Row> shapes() {
        var token = STUDIO.sign(HEADER, CLAIMS);
        var parts = token.split("\\.", -1);
        return Stream.of(
                good("a good token", token),
                bad("empty", ""),
                bad("truncated", token.substring(0, token.length() - 20)),
                bad("without its signature", parts[0] + "." + parts[1] + "."),
                bad("without its last part", parts[0] + "." + parts[1]),
                bad("with a part more", token + "." + parts[2]),
                bad("five parts, as if encrypted", token + "." + parts[1] + "." + parts[2]),
                bad("padded", token + "="),
                bad("with a line break", token + "\n"),
                bad(
                        "another's claims",
                        parts[0] + "."
                                + STUDIO.sign(HEADER, CLAIMS.replace("alice", "bob"))
                                        .split("\\.", -1)[1] + "." + parts[2]),
                bad("claims that are no object", STUDIO.sign(HEADER, "[1]")),
                bad("something after the claims", STUDIO.sign(HEADER, CLAIMS + "{}")),
                bad("1 MB", STUDIO.sign(HEADER, claims("'exp':" + (NOW + 300) + ",'x':'" + "x".repeat(1 << 20) + "'"))),
                bad("a megabyte of dots", ".".repeat(1 << 20)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersEachWithItsCode(Row row) {
        var verdict = identify(row.token());

        assertThat(errorOf(verdict)).isEqualTo(row.error());
    }

    @Test
    void givesAnIssuerOnlyTheGamesItIsTrustedWith() {
        var named = claims("'exp':" + (NOW + 300) + ",'game_ids':['goldrush','chess']")
                .replace("studio", "chess-house");

        assertThat(games(CHESS.sign(HEADER, named))).containsExactly(new GameId("chess"));
        assertThat(games(CHESS.sign(HEADER, CLAIMS.replace("studio", "chess-house"))))
                .containsExactly(new GameId("chess"));
    }

    @Test
    void holdsAtLeastThirtyRowsAndNoneTakesLong() {
        var rows = rows().toList();
        var nanos = rows.stream().mapToLong(TokenMatrixTest::nanosOf).sorted().toArray();

        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(rows).extracting(Row::name).doesNotHaveDuplicates();
        System.out.printf(
                "F72: %d rows; verify p50 %d us, p99 %d us%n",
                rows.size(), nanos[nanos.length / 2] / 1000, nanos[nanos.length * 99 / 100] / 1000);
    }

    private static long nanosOf(Row row) {
        identify(row.token());
        long before = System.nanoTime();
        identify(row.token());
        return System.nanoTime() - before;
    }

    private static @Nullable Set<GameId> games(String token) {
        return identify(token) instanceof Verdict.Passed<Identity>(Identity identity) ? identity.games() : null;
    }

    private static Verdict<Identity> identify(String token) {
        return Objects.requireNonNull(TOKENS.identify(token).block());
    }

    private static @Nullable ConnectionError errorOf(Verdict<Identity> verdict) {
        return switch (verdict) {
            case Verdict.Refused<Identity>(Refusal refusal) -> refusal.error();
            case Verdict.Passed<Identity>(Identity identity) -> {
                assertThat(identity.playerId()).isEqualTo(new PlayerId("alice"));
                yield null;
            }
        };
    }

    private static String typed(String typ) {
        return STUDIO.sign(header("'alg':'RS256','kid':'k1','typ':'" + typ + "'"), CLAIMS);
    }

    private static String at(String times) {
        return STUDIO.sign(HEADER, claims(times));
    }

    private static Row good(String name, String token) {
        return new Row(name, token, null);
    }

    private static Row bad(String name, String token) {
        return new Row(name, token, LOGIN_REJECTED);
    }

    private static String header(String members) {
        return json(members);
    }

    private static String claims(String more) {
        return json("'iss':'studio','aud':'gatehouse:players','sub':'alice'," + more);
    }

    private static String json(String members) {
        return "{" + members.replace('\'', '"') + "}";
    }
}
