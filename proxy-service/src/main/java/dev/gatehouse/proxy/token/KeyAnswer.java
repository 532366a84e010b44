package dev.gatehouse.proxy.token;

import java.time.Duration;
import java.util.List;

/// What an issuer has by way of keys.
public sealed interface KeyAnswer<K> {

    /// @param keys those that were asked for; none where the issuer has no such key
    record Known<K>(List<K> keys) implements KeyAnswer<K> {

        public Known {
            keys = List.copyOf(keys);
        }
    }

    /// Whether the issuer has such a key cannot be found out now.
    ///
    /// @param retryAfter when it may be asked again
    record Unavailable<K>(Duration retryAfter) implements KeyAnswer<K> {}
}
