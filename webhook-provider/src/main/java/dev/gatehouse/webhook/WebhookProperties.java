package dev.gatehouse.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom the provider `webhook` asks. On where an address is set.
///
/// @param url what `/servers` is added to; `https`, unless the host is this machine or `plainHttp` is set
/// @param suite tells the servers of this suite from those of another one at the same vendor
/// @param keyId names the key to the other side
/// @param key base64 of at least 32 bytes, which both sides know
/// @param answer how long a call other than an allocation may take
/// @param plainHttp whether what is said, tokens among it, may travel as it is
@ConfigurationProperties("gatehouse.webhook")
public record WebhookProperties(
        URI url,
        @DefaultValue("gatehouse") String suite,
        @DefaultValue("gatehouse") String keyId,
        String key,
        @DefaultValue("5s") Duration answer,
        @DefaultValue("false") boolean plainHttp) {

    private static final int MIN_KEY_BYTES = 32;
    private static final Pattern SUITE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public WebhookProperties {
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            // Without the address: a password may be in it.
            throw new IllegalArgumentException("url: has no host, or a user (expected: https://host)");
        }
        if (!SUITE.matcher(suite).matches()) {
            throw new IllegalArgumentException("suite: " + suite + " (expected: " + SUITE + ")");
        }
        boolean safe = "https".equals(url.getScheme());
        boolean plain = "http".equals(url.getScheme()) && (plainHttp || THIS_MACHINE.contains(url.getHost()));
        if (!safe && !plain) {
            throw new IllegalArgumentException("url: " + url + " (expected: https://)");
        }
        int bytes = Base64.getDecoder().decode(key).length;
        if (bytes < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("key: " + bytes + " bytes (expected: at least " + MIN_KEY_BYTES + ")");
        }
        if (!answer.isPositive()) {
            throw new IllegalArgumentException("answer: " + answer + " (expected: > 0)");
        }
    }

    public byte[] keyBytes() {
        return Base64.getDecoder().decode(key);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "WebhookProperties[url=%s, keyId=%s]".formatted(url, keyId);
    }
}
