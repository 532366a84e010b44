package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Set;

/// Checks the signature of a token with one key. The key decides which algorithm is good: a token cannot talk a key
/// into
/// another one.
final class Signatures {

    /// What tokens may be signed with.
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

    static boolean isGood(SignedJWT token, JWK key) {
        var algorithm = token.getHeader().getAlgorithm();
        try {
            return switch (key) {
                case RSAKey rsa when algorithm.equals(JWSAlgorithm.RS256) -> verify(token, new RSASSAVerifier(rsa));
                case ECKey ec
                when algorithm.equals(JWSAlgorithm.ES256) && ec.getCurve().equals(Curve.P_256) ->
                    verify(token, new ECDSAVerifier(ec));
                case OctetKeyPair pair
                when algorithm.equals(JWSAlgorithm.EdDSA) && pair.getCurve().equals(Curve.Ed25519) ->
                    verifyEd25519(token, pair);
                default -> false;
            };
        } catch (JOSEException | GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean verify(SignedJWT token, JWSVerifier verifier) throws JOSEException {
        return token.verify(verifier);
    }

    // Nimbus needs another library for this curve; the JDK does not.
    private static boolean verifyEd25519(SignedJWT token, OctetKeyPair pair) throws GeneralSecurityException {
        if (token.getHeader().getCriticalParams() != null) {
            return false;
        }
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
