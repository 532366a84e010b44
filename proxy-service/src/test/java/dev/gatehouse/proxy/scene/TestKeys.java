package dev.gatehouse.proxy.scene;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/// An issuer of player tokens, with its key set in a file that lasts as long as the tests' process.
public final class TestKeys {

    public static final String ISSUER = "studio";

    private static final RSAKey KEY = generate();

    /// A URL of the public keys.
    public static String keySet() {
        return write("jwks.json", new JWKSet(KEY.toPublicJWK()).toString())
                .toUri()
                .toString();
    }

    /// A file with a private key.
    public static Path privateKey() {
        return write("guests.jwk", KEY.toJSONString());
    }

    public static String token(String player, Duration lifetime, String... games) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("gatehouse:players")
                .subject(player)
                .expirationTime(Date.from(InstantSource.system().instant().plus(lifetime)));
        if (games.length > 0) {
            claims.claim("game_ids", List.of(games));
        }
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(String name, String text) {
        try {
            var folder = Files.createTempDirectory("keys");
            var file = Files.writeString(folder.resolve(name), text);
            // Deleted in the other order, so the folder is empty when its turn comes.
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestKeys() {}
}
