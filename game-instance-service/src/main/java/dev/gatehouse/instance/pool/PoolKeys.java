package dev.gatehouse.instance.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.digest.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which key opens which pool. Keeps digests of the keys only, and takes as long for a wrong key as for a good one.
public final class PoolKeys {

    private final List<Known> known = new ArrayList<>();

    /// @param digest in hex
    private record Known(String digest, String pool) {}

    /// @param keys of each pool; two while one takes the place of the other
    public PoolKeys(Map<String, List<String>> keys) {
        keys.forEach((pool, each) -> each.forEach(key -> known.add(new Known(Sha256.hex(key), pool))));
    }

    /// The pool whose key this is.
    public Optional<String> poolOf(String key) {
        var digest = Sha256.hex(key);
        Optional<String> found = Optional.empty();
        for (Known each : known) {
            if (MessageDigest.isEqual(each.digest().getBytes(UTF_8), digest.getBytes(UTF_8))) {
                found = Optional.of(each.pool());
            }
        }
        return found;
    }
}
