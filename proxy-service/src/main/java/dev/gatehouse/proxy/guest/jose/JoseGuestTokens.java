package dev.gatehouse.proxy.guest.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.proxy.guest.GuestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Signs with RS256: the cheapest to verify, and every proxy verifies far more than it signs. Safe to use from any
/// thread.
public final class JoseGuestTokens implements GuestTokens {

    private final RSAKey key;
    private final JWSSigner signer;

    /// @throws IllegalArgumentException if the key cannot sign
    public JoseGuestTokens(RSAKey key) {
        this.key = key;
        try {
            this.signer = new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("gatehouse.guests.key: (expected: a private RSA key)", e);
        }
    }

    /// @param file with one private RSA key as a JWK
    /// @throws IllegalArgumentException if there is none in it
    public static JoseGuestTokens load(Path file) {
        try {
            return new JoseGuestTokens(RSAKey.parse(Files.readString(file)));
        } catch (IOException | ParseException e) {
            // Without its cause: that may quote the key.
            throw new IllegalArgumentException(
                    "gatehouse.guests.key: " + file + " (expected: a file that holds a private RSA JWK; "
                            + e.getClass().getSimpleName() + ")");
        }
    }

    /// What the tokens are verified with.
    public JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    @Override
    public String sign(PlayerId player, GameId game, Instant issuedAt, Instant expiresAt) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(player.value())
                .claim("game_ids", List.of(game.value()))
                .issueTime(Date.from(issuedAt))
                .notBeforeTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key signed before", e);
        }
        return token.serialize();
    }
}
