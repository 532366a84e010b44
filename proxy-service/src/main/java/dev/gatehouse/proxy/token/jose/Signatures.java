package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.proxy.token.SigningAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/// Checks the signature of a token with one key. The key decides which algorithm is good: a token cannot talk a key
/// into another one.
final class Signatures {

    // Shorter ones can be broken.
    private static final int MIN_RSA_BITS = 2048;

    /// The algorithm that a token names; empty for one that is never taken.
    static Optional<SigningAlgorithm> algorithmOf(SignedJWT token) {
        var named = token.getHeader().getAlgorithm();
        if (named.equals(JWSAlgorithm.RS256)) {
            return Optional.of(SigningAlgorithm.RS256);
        }
        if (named.equals(JWSAlgorithm.ES256)) {
            return Optional.of(SigningAlgorithm.ES256);
        }
        return named.equals(JWSAlgorithm.EdDSA) ? Optional.of(SigningAlgorithm.EDDSA) : Optional.empty();
    }

    static boolean isGood(SignedJWT token, SigningAlgorithm algorithm, JWK key) {
        try {
            return switch (algorithm) {
                case RS256 ->
                    key instanceof RSAKey rsa
                            && rsa.size() >= MIN_RSA_BITS
                            && token.verify(new RSASSAVerifier(rsa.toPublicJWK()));
                case ES256 ->
                    key instanceof ECKey elliptic
                            && elliptic.getCurve().equals(Curve.P_256)
                            && token.verify(new ECDSAVerifier(elliptic.toPublicJWK()));
                case EDDSA ->
                    key instanceof OctetKeyPair pair
                            && pair.getCurve().equals(Curve.Ed25519)
                            && verifyEd25519(token, pair);
            };
        } catch (JOSEException | GeneralSecurityException e) {
            return false;
        }
    }

    // Nimbus needs another library for this curve; the JDK does not.
    private static boolean verifyEd25519(SignedJWT token, OctetKeyPair pair) throws GeneralSecurityException {
        var bytes = pair.getX().decode();
        if (bytes.length != 32) {
            return false;
        }
        var xIsOdd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7f;
        reverse(bytes);
        var point = new EdECPoint(xIsOdd, new BigInteger(1, bytes));
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(token.getSigningInput());
        return signature.verify(token.getSignature().decode());
    }

    private static void reverse(byte[] bytes) {
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            var swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
    }

    private Signatures() {}
}
