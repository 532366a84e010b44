package dev.gatehouse.model.partner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/// Signs partner tokens and tickets with ES256. Only game-instance-service has one. Safe to use from any
/// thread.
public final class PartnerSigningKey {

    private static final JsonCodec<EcJwk> JWK = JsonCodec.of(EcJwk.class);
    private static final JsonCodec<JoseHeader> HEADER = JsonCodec.of(JoseHeader.class);
    private static final JsonCodec<PartnerClaims> CLAIMS = JsonCodec.of(PartnerClaims.class);

    private final PrivateKey secret;
    private final EcJwk published;

    private PartnerSigningKey(PrivateKey secret, EcJwk published) {
        this.secret = secret;
        this.published = published;
    }

    /// Reads a private key on P-256.
    ///
    /// @param jwk a JSON Web Key with `d`
    /// @throws IllegalArgumentException if it is not one; the text never holds any of it
    public static PartnerSigningKey of(String jwk) {
        try {
            var key = JWK.decode(jwk);
            if (!key.isForEs256()) {
                throw new IllegalArgumentException("key: not for ES256 (expected: a private key on P-256)");
            }
            key.publicKey();
            return new PartnerSigningKey(key.privateKey(), key.publicHalf());
        } catch (DecodeException | GeneralSecurityException e) {
            // Without the cause: it may quote the key.
            throw new IllegalArgumentException("key: unreadable (expected: a private JSON Web Key on P-256)");
        }
    }

    /// Makes a new key that is nowhere stored: for tests.
    public static PartnerSigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return new PartnerSigningKey(pair.getPrivate(), EcJwk.of((ECPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /// The public half.
    public EcJwk published() {
        return published;
    }

    /// Signs a token.
    ///
    /// @throws IllegalArgumentException if the claims' audience is not the type's
    public String sign(PartnerTokenType type, PartnerClaims claims) {
        if (!claims.aud().equals(type.audience())) {
            throw new IllegalArgumentException("aud: " + claims.aud() + " (expected: " + type.audience() + ")");
        }
        var header = new JoseHeader("ES256", type.typ(), published.name(), null);
        var signed = base64(HEADER.encodeToUtf8(header)) + "." + base64(CLAIMS.encodeToUtf8(claims));
        return signed + "." + base64(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance(PartnerKeys.ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read must sign", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
