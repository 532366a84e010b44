package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs whatever it is given: JSON that no library would write.
final class TokenMint {

    private final RSAKey key;

    TokenMint(String keyId) {
        try {
            key = new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /// Good if the header says RS256.
    String sign(String header, String claims) {
        return sign("SHA256withRSA", header, claims);
    }

    String sign(String algorithm, String header, String claims) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key.toPrivateKey());
            signature.update(input(header, claims).getBytes(StandardCharsets.US_ASCII));
            return input(header, claims) + "." + encode(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// With a secret that everybody knows.
    String signWithPublicKeyAsSecret(String header, String claims) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.toPublicKey().getEncoded(), "HmacSHA256"));
            return input(header, claims) + "."
                    + encode(mac.doFinal(input(header, claims).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(String header, String claims) {
        return input(header, claims) + ".";
    }

    private static String input(String header, String claims) {
        return encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
