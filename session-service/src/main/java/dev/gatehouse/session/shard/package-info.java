/// Single-threaded shards: everything that happens to a player happens on its shard, one thing after the other,
/// so that nothing of a player needs a lock. What a turn decided is written to storage in one pipeline and shown
/// outside only afterwards. Knows neither players nor Redis.
@NullMarked
package dev.gatehouse.session.shard;

import org.jspecify.annotations.NullMarked;
