package dev.gatehouse.launcher.keys;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentKeysTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private KeyFiles files;

    @SuppressWarnings("NullAway.Init")
    private DevelopmentKeys keys;

    @BeforeEach
    void makeKeys() throws IOException {
        files = new KeyFiles(home.resolve("keys"));
        keys = new DevelopmentKeys(files, new SecureRandom());
        keys.makeMissing();
    }

    @Test
    void makesKeysOfTheKindsThatServicesExpect() throws Exception {
        assertThat(RSAKey.parse(Files.readString(files.guests())).isPrivate()).isTrue();
        assertThat(ECKey.parse(Files.readString(files.partner())).isPrivate()).isTrue();
        assertThat(ECKey.parse(Files.readString(files.partner())).getCurve()).isEqualTo(Curve.P_256);
        assertThat(Base64.getDecoder().decode(Files.readString(files.service())))
                .hasSize(32);
    }

    @Test
    void publishesOnlyThePublicHalf() throws Exception {
        var published =
                JWKSet.parse(Files.readString(files.developmentPublic())).getKeys();

        assertThat(published).containsExactly(keys.development().toPublicJWK());
    }

    @Test
    void keepsWhatItMade() throws IOException {
        Map<Path, String> before = contents();

        new DevelopmentKeys(files, new SecureRandom()).makeMissing();

        assertThat(contents()).isEqualTo(before).hasSize(5);
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        for (Path file : contents().keySet()) {
            assertThat(Files.getPosixFilePermissions(file)).as(file.toString()).containsOnly(OWNER_READ, OWNER_WRITE);
        }
    }

    @Test
    void signsPlayerTokens() throws Exception {
        var tokens = new DevelopmentTokens(keys.development(), InstantSource.fixed(NOW), Duration.ofHours(24));

        SignedJWT token = SignedJWT.parse(tokens.player(new GameId("goldrush"), new PlayerId("alice")));

        assertThat(token.verify(new RSASSAVerifier(keys.development().toPublicJWK())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("gatehouse:development");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("gatehouse:players");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("alice");
        assertThat(token.getJWTClaimsSet().getClaim("game_ids")).isEqualTo(List.of("goldrush"));
        assertThat(token.getJWTClaimsSet().getExpirationTime())
                .isEqualTo(Date.from(Instant.parse("2026-01-03T03:04:05Z")));
    }

    @Test
    void signsOperatorTokens() throws Exception {
        var tokens = new DevelopmentTokens(keys.development(), InstantSource.fixed(NOW), Duration.ofHours(24));

        SignedJWT token = SignedJWT.parse(tokens.operator());

        assertThat(token.verify(new RSASSAVerifier(keys.development().toPublicJWK())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("gatehouse:operators");
        assertThat(token.getJWTClaimsSet().getClaim("scope"))
                .isEqualTo("game-instances:read game-instances:write operations:write players:read players:write");
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.list(files.folder())) {
            for (Path file : all.toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }
}
