package dev.gatehouse.webhook.signature;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks signed requests, for a vendor's side in Java. A request is good for [#FRESH], and once. Safe to use from
/// several threads.
public final class RequestVerifier {

    /// Older ones are refused, and so are those that come from so far ahead.
    public static final Duration FRESH = Duration.ofMinutes(1);

    /// Nonces that are kept at the same time at most; beyond them requests are refused until some are too old to count.
    static final int MAX_NONCES = 100_000;

    private static final Pattern INPUT = Pattern.compile("sig1=(\\(\"@method\" \"@authority\" \"@path\" \"@query\""
            + " \"content-digest\"\\))(;created=(\\d{1,12});nonce=\"([A-Za-z0-9_-]{16,64})\""
            + ";keyid=\"([^\"]{1,64})\";alg=\"hmac-sha256\")");
    private static final Pattern SIGNATURE = Pattern.compile("sig1=:([A-Za-z0-9+/]{43}=):");

    private final String keyId;
    private final byte[] key;
    private final InstantSource time;

    /// When each came, oldest first. Guarded by this.
    private final LinkedHashMap<String, Instant> nonces = new LinkedHashMap<>();

    public RequestVerifier(String keyId, byte[] key, InstantSource time) {
        this.keyId = keyId;
        this.key = key.clone();
        this.time = time;
    }

    /// @param headers gives the value of a header by its name, null where there is none
    /// @return why the request is refused; empty for a good one
    public Optional<String> objection(SignedRequest request, UnaryOperator<@Nullable String> headers) {
        var input = INPUT.matcher(String.valueOf(headers.apply("Signature-Input")));
        var signature = SIGNATURE.matcher(String.valueOf(headers.apply("Signature")));
        if (!input.matches() || !signature.matches()) {
            return Optional.of("no signature of the kind that is expected");
        }
        if (!input.group(5).equals(keyId)) {
            return Optional.of("an unknown key");
        }
        var base = new SignatureBase(request.components(), input.group(2));
        if (!MessageDigest.isEqual(base.sign(key), Base64.getDecoder().decode(signature.group(1)))) {
            return Optional.of("a signature of something else");
        }
        return isFirst(input.group(4), Instant.ofEpochSecond(Long.parseLong(input.group(3))));
    }

    private synchronized Optional<String> isFirst(String nonce, Instant created) {
        var now = time.instant();
        if (Duration.between(created, now).abs().compareTo(FRESH) > 0) {
            return Optional.of("too old, or too far ahead");
        }
        // Kept for as long as a request from the farthest time ahead would be good.
        nonces.values().removeIf(seen -> seen.plus(FRESH.multipliedBy(2)).isBefore(now));
        if (nonces.size() >= MAX_NONCES) {
            return Optional.of("too many at once");
        }
        return nonces.putIfAbsent(nonce, now) == null ? Optional.empty() : Optional.of("a replay");
    }
}
