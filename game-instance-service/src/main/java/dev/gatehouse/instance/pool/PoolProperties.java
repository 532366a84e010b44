package dev.gatehouse.instance.pool;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Pools of game servers that run already. Each is a provider of its name; on where a key is set.
///
/// @param keys of each pool, by its name, for its pool servers to show: at least 32 characters each, two at most while
///     one takes the place of the other. Names are letters, digits, `.`, `_` and `-`
/// @param reportEvery how often a pool server must report
/// @param misses after so many missed reports a pool server and what it runs are gone
/// @param grace how long a place stays reserved without its pool server's word, once its order has been given up
/// @param answer how long a pool server may take to say whether a game server runs, and to end one
/// @param maxLinks so many pool servers may have their link to this node
@ConfigurationProperties("gatehouse.instances.provider.pool")
public record PoolProperties(
        @DefaultValue Map<String, List<String>> keys,
        @DefaultValue("5s") Duration reportEvery,
        @DefaultValue("3") int misses,
        @DefaultValue("15s") Duration grace,
        @DefaultValue("10s") Duration answer,
        @DefaultValue("1000") int maxLinks) {

    private static final int MIN_KEY_LENGTH = 32;
    private static final int MOST_KEYS = 2;

    public PoolProperties {
        keys.forEach(PoolProperties::check);
        var all = keys.values().stream().flatMap(List::stream).toList();
        if (new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("keys: one is there twice (expected: each once)");
        }
        var _ = new PoolRules(reportEvery, misses, grace);
        if (!answer.isPositive()) {
            throw new IllegalArgumentException("answer: " + answer + " (expected: > 0)");
        }
        if (maxLinks < 1) {
            throw new IllegalArgumentException("maxLinks: " + maxLinks + " (expected: >= 1)");
        }
    }

    public PoolRules rules() {
        return new PoolRules(reportEvery, misses, grace);
    }

    private static void check(String pool, List<String> keys) {
        if (!pool.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "keys: " + pool + " (expected: 1 to 64 letters, digits, dots, dashes and underscores)");
        }
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException(
                    "keys." + pool + ": " + keys.size() + " keys (expected: 1 to " + MOST_KEYS + ")");
        }
        for (String key : keys) {
            if (key.length() < MIN_KEY_LENGTH) {
                throw new IllegalArgumentException("keys." + pool + ": " + key.length()
                        + " characters (expected: at least " + MIN_KEY_LENGTH + ")");
            }
        }
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "PoolProperties[pools=%s, maxLinks=%d]".formatted(keys.keySet(), maxLinks);
    }
}
