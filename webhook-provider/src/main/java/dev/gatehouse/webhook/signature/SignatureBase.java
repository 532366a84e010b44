package dev.gatehouse.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.digest.Sha256;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What is signed of a message: RFC 9421, section 2.5.
///
/// @param components names and values of what is covered, in their order
/// @param parameters everything after the list of names, such as `;created=1618884473;keyid="k"`
record SignatureBase(Map<String, String> components, String parameters) {

    private static final String ALGORITHM = "HmacSHA256";

    /// The value of `@signature-params`, which is also what `Signature-Input` says.
    String input() {
        return components.keySet().stream().map(SignatureBase::quoted).collect(Collectors.joining(" ", "(", ")"))
                + parameters;
    }

    /// `hmac-sha256` of RFC 9421, section 3.3.3.
    byte[] sign(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text().getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256, for any key", e);
        }
    }

    /// The value of `Content-Digest`: RFC 9530.
    static String digest(String body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(body)) + ":";
    }

    private String text() {
        return components.entrySet().stream()
                        .map(component -> quoted(component.getKey()) + ": " + component.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\"@signature-params\": " + input();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
