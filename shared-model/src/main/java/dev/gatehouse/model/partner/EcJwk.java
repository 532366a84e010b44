package dev.gatehouse.model.partner;

import dev.gatehouse.model.digest.Sha256;
import dev.gatehouse.model.schema.Member;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A key on the curve P-256 as JSON (RFC 7517 and 7518).
///
/// @param x 32 bytes, base64url
/// @param y 32 bytes, base64url
/// @param d the secret, in a private key only
/// @param kid the key's name; its thumbprint (RFC 7638) where absent
/// @param alg `ES256`; may be absent
/// @param use `sig`; may be absent
/// @param iat seconds since 1970 when it was made, in a private key only; may be absent
public record EcJwk(
        @Member(1) String kty,
        @Member(2) String crv,
        @Member(3) String x,
        @Member(4) String y,
        @Member(5) @Nullable String d,
        @Member(6) @Nullable String kid,
        @Member(7) @Nullable String alg,
        @Member(8) @Nullable String use,
        @Member(9) @Nullable Long iat) {

    private static final int COORDINATE_BYTES = 32;

    /// Makes the public half of a key pair.
    static EcJwk of(ECPublicKey key) {
        var jwk = new EcJwk(
                "EC",
                "P-256",
                base64(key.getW().getAffineX()),
                base64(key.getW().getAffineY()),
                null,
                null,
                "ES256",
                "sig",
                null);
        return jwk.publicHalf();
    }

    /// Whether this is a key that ES256 can use; a set may hold others.
    boolean isForEs256() {
        return kty.equals("EC")
                && crv.equals("P-256")
                && (alg == null || alg.equals("ES256"))
                && (use == null || use.equals("sig"));
    }

    String name() {
        return kid != null ? kid : thumbprint();
    }

    EcJwk publicHalf() {
        return new EcJwk(kty, crv, x, y, null, name(), "ES256", "sig", null);
    }

    /// @throws GeneralSecurityException if this is no point of the curve
    PublicKey publicKey() throws GeneralSecurityException {
        var point = new ECPoint(number(x), number(y));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, p256()));
    }

    /// @throws GeneralSecurityException if this is no private key of the curve
    PrivateKey privateKey() throws GeneralSecurityException {
        if (d == null) {
            throw new GeneralSecurityException("d: absent (expected: a private key)");
        }
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number(d), p256()));
    }

    private String thumbprint() {
        var canonical = "{\"crv\":\"%s\",\"kty\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(crv, kty, x, y);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(canonical));
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static BigInteger number(String base64) throws GeneralSecurityException {
        try {
            return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("a coordinate is not base64url", e);
        }
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "EcJwk[kid=%s]".formatted(name());
    }
}
