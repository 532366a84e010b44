package dev.gatehouse.model.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Mints the short-lived token with which one service calls another: a JWT signed with HMAC-SHA-256 under the key that
/// all services of a deployment share. Made for every call or link, never stored. Safe to use from any thread.
public final class ServiceToken {

    /// For a proxy that opens a link.
    public static final String LINK_AUDIENCE = "gatehouse:link";

    /// For calls to `/internal`.
    public static final String INTERNAL_AUDIENCE = "gatehouse:internal";

    /// How long a token is good for, from its issue.
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    /// The shortest key that is taken, in bytes: as long as the hash (RFC 7518, 3.2).
    public static final int MIN_KEY_BYTES = 32;

    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    /// Signs a token that says who calls and whom.
    ///
    /// @param key at least [#MIN_KEY_BYTES] bytes
    /// @param subject the calling node's id
    /// @param audience one of the audiences above
    /// @param now by the wall clock: the receiver compares it with its own
    /// @throws IllegalArgumentException if the key is too short, or a text would need escaping in JSON
    public static String mint(byte[] key, String subject, String audience, Instant now) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key: " + key.length + " bytes (expected: at least " + MIN_KEY_BYTES + ")");
        }
        long issuedAt = now.getEpochSecond();
        var claims = "{\"sub\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(
                        plain("subject", subject),
                        plain("audience", audience),
                        issuedAt,
                        issuedAt + LIFETIME.toSeconds());
        var signed = HEADER + "." + encode(claims);
        return signed + "." + base64(sign(key, signed));
    }

    private static String plain(String what, String text) {
        if (text.isEmpty() || !text.chars().allMatch(ServiceToken::isPlain)) {
            throw new IllegalArgumentException(what + ": (expected: printable ASCII without quotes and backslashes)");
        }
        return text;
    }

    private static boolean isPlain(int character) {
        return character > ' ' && character < 127 && character != '"' && character != '\\';
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String encode(String json) {
        return base64(json.getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private ServiceToken() {}
}
