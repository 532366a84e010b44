package dev.gatehouse.model.partner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs partner tokens and tickets with ES256. Only game-instance-service has one. Safe to use from any
/// thread.
public final class PartnerSigningKey {

    private static final JsonCodec<EcJwk> JWK = JsonCodec.of(EcJwk.class);
    private static final JsonCodec<EcJwkSet> SET = JsonCodec.of(EcJwkSet.class);
    private static final JsonCodec<JoseHeader> HEADER = JsonCodec.of(JoseHeader.class);
    private static final JsonCodec<PartnerClaims> CLAIMS = JsonCodec.of(PartnerClaims.class);

    private final PrivateKey secret;
    private final EcJwk published;
    private final @Nullable Instant issuedAt;

    private PartnerSigningKey(PrivateKey secret, EcJwk published, @Nullable Instant issuedAt) {
        this.secret = secret;
        this.published = published;
        this.issuedAt = issuedAt;
    }

    /// Reads private keys on P-256.
    ///
    /// @param json a JSON Web Key with `d`, or a set of them
    /// @throws IllegalArgumentException if it is neither; the text never holds any of it
    public static List<PartnerSigningKey> read(String json) {
        try {
            return keysIn(json).stream().map(PartnerSigningKey::of).toList();
        } catch (DecodeException e) {
            throw unreadable();
        }
    }

    /// A set has `keys`, and a key has not.
    private static List<EcJwk> keysIn(String json) throws DecodeException {
        var set = SET.decode(json).keys();
        return set.isEmpty() ? List.of(JWK.decode(json)) : set;
    }

    private static PartnerSigningKey of(EcJwk key) {
        if (!key.isForEs256()) {
            throw new IllegalArgumentException("key: not for ES256 (expected: a private key on P-256)");
        }
        try {
            key.publicKey();
            var issuedAt = key.iat() == null ? null : Instant.ofEpochSecond(key.iat());
            return new PartnerSigningKey(key.privateKey(), key.publicHalf(), issuedAt);
        } catch (GeneralSecurityException | DateTimeException e) {
            throw unreadable();
        }
    }

    /// Without the cause: it may quote the key.
    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("key: unreadable (expected: a private JSON Web Key on P-256)");
    }

    /// Makes a new key that is nowhere stored: for tests.
    public static PartnerSigningKey generate() {
        return generate(null);
    }

    /// Like [#generate()], with a time at which it was made.
    public static PartnerSigningKey generate(@Nullable Instant issuedAt) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return new PartnerSigningKey(pair.getPrivate(), EcJwk.of((ECPublicKey) pair.getPublic()), issuedAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /// What tokens name it by.
    public String name() {
        return published.name();
    }

    /// When it was made; empty where it does not say.
    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
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
        var header = new JoseHeader("ES256", type.typ(), name(), null);
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
