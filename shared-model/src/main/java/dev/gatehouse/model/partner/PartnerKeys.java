package dev.gatehouse.model.partner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The public keys of a game-instance-service, and the checks of what it signed. Takes ES256 and nothing else,
/// whatever a token's header says. Safe to use from any thread.
public final class PartnerKeys {

    /// Longer tokens are not looked at.
    public static final int MAX_TOKEN_LENGTH = 2048;

    /// How far the clocks of signer and reader may differ.
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /// ES256 with the signature as the two numbers one after the other, as JWTs have it.
    static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private static final int SIGNATURE_BYTES = 64;
    private static final JsonCodec<EcJwkSet> SET = JsonCodec.of(EcJwkSet.class);
    private static final JsonCodec<JoseHeader> HEADER = JsonCodec.of(JoseHeader.class);
    private static final JsonCodec<PartnerClaims> CLAIMS = JsonCodec.of(PartnerClaims.class);

    private final Map<String, PublicKey> keys;
    private final String issuer;

    private PartnerKeys(Map<String, PublicKey> keys, String issuer) {
        this.keys = Map.copyOf(keys);
        this.issuer = issuer;
    }

    /// Reads a key set; keys for other algorithms are passed over.
    ///
    /// @param jwks as `/.well-known/jwks.json` answers it
    /// @param issuer what `iss` must be
    /// @throws DecodeException if it is not a key set
    /// @throws GeneralSecurityException if a key in it is no point of its curve
    public static PartnerKeys of(String jwks, String issuer) throws DecodeException, GeneralSecurityException {
        var keys = new HashMap<String, PublicKey>();
        for (EcJwk key : SET.decode(jwks).keys()) {
            if (key.isForEs256()) {
                keys.put(key.name(), key.publicKey());
            }
        }
        return new PartnerKeys(keys, issuer);
    }

    /// The set that a service publishes for its own keys.
    public static PartnerKeys of(Collection<PartnerSigningKey> own, String issuer) {
        var keys = new HashMap<String, PublicKey>();
        try {
            for (PartnerSigningKey key : own) {
                keys.put(key.name(), key.published().publicKey());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read must be on its curve", e);
        }
        return new PartnerKeys(keys, issuer);
    }

    /// The key set as JSON, to publish.
    public static String publish(Collection<PartnerSigningKey> own) {
        return SET.encode(
                new EcJwkSet(own.stream().map(PartnerSigningKey::published).toList()));
    }

    /// What a token says, whoever may have written it: for the holder of a token, who has no need to check it.
    ///
    /// @throws DecodeException if it is not a token at all
    public static PartnerClaims readUnchecked(String token) throws DecodeException {
        String[] parts = token.split("\\.", -1);
        try {
            return CLAIMS.decode(base64(parts.length == 3 ? parts[1] : ""));
        } catch (IllegalArgumentException e) {
            // Without the cause: it may quote the token.
            throw new DecodeException(DecodeException.Kind.MALFORMED, "claims: not base64url");
        }
    }

    /// Whether the token is of this type, signed by one of these keys, and good now. Single use and membership
    /// are not checked here.
    ///
    /// @param now by the wall clock
    public Verified verify(PartnerTokenType type, String token, Instant now) {
        String[] parts = token.length() <= MAX_TOKEN_LENGTH ? token.split("\\.", -1) : new String[0];
        if (parts.length != 3) {
            return new Refused(Reason.MALFORMED);
        }
        try {
            var refused = checkSignature(type, parts);
            return refused != null ? refused : check(type, CLAIMS.decode(base64(parts[1])), now);
        } catch (DecodeException | IllegalArgumentException e) {
            return new Refused(Reason.MALFORMED);
        }
    }

    private @Nullable Refused checkSignature(PartnerTokenType type, String[] parts) throws DecodeException {
        JoseHeader header = HEADER.decode(base64(parts[0]));
        if (!header.alg().equals("ES256") || !header.typ().equals(type.typ()) || header.crit() != null) {
            return new Refused(Reason.WRONG_TYPE);
        }
        PublicKey key = keys.get(header.kid());
        if (key == null) {
            return new Refused(Reason.UNKNOWN_KEY);
        }
        byte[] signature = base64(parts[2]);
        // Only one spelling of a signature is taken, so that a token cannot be changed and stay good.
        boolean canonical = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(signature)
                .equals(parts[2]);
        return canonical && isSigned(key, parts[0] + "." + parts[1], signature)
                ? null
                : new Refused(Reason.BAD_SIGNATURE);
    }

    private Verified check(PartnerTokenType type, PartnerClaims claims, Instant now) {
        if (!claims.iss().equals(issuer)) {
            return new Refused(Reason.WRONG_ISSUER);
        }
        if (!claims.aud().equals(type.audience())) {
            return new Refused(Reason.WRONG_AUDIENCE);
        }
        if (now.plus(CLOCK_SKEW).getEpochSecond() < claims.nbf()) {
            return new Refused(Reason.NOT_YET_VALID);
        }
        return now.getEpochSecond() < claims.exp() ? new Accepted(claims) : new Refused(Reason.EXPIRED);
    }

    private static boolean isSigned(PublicKey key, String text, byte[] bytes) {
        if (bytes.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(US_ASCII));
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] base64(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
