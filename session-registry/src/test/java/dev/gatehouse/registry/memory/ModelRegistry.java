package dev.gatehouse.registry.memory;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.session.PlayerSessions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The registry in memory. Each call does what its script does, in one step, and is answered at once.
/// Not for use by several threads.
public final class ModelRegistry {

    private final Map<PlayerKey, PlayerKeys> players = new HashMap<>();
    private final LongSupplier millis;
    private final Fence fence;
    private final NodeDirectory nodes;
    private final ModelTopics topics;

    /// Decides whether whoever shows a lease may write.
    @FunctionalInterface
    public interface Fence {

        /// As every script does it: by nonce and epoch, and nothing else.
        Fence EXACT =
                (held, shown) -> held != null && held.nonce().equals(shown.nonce()) && held.epoch() == shown.epoch();

        /// @param held the player's lease, ended or not; absent where it was released, or nobody claimed it
        boolean admits(@Nullable Lease held, Lease shown);
    }

    /// @param millis since 1970, in the place of Redis' `TIME`
    public ModelRegistry(LongSupplier millis) {
        this(millis, Fence.EXACT);
    }

    /// @param fence in the place of the scripts' own, for showing what it is good for
    public ModelRegistry(LongSupplier millis, Fence fence) {
        this.millis = millis;
        this.fence = fence;
        this.nodes = new ModelNodes(millis);
        this.topics = new ModelTopics(millis);
    }

    public PlayerLeases leases() {
        return new ModelLeases(this);
    }

    public PlayerJournal journal() {
        return new ModelJournal(this);
    }

    public PlayerSessions sessions() {
        return new ModelSessions(this);
    }

    public NodeDirectory nodes() {
        return nodes;
    }

    public ModelTopics topics() {
        return topics;
    }

    PlayerKeys of(PlayerKey player) {
        return players.computeIfAbsent(player, _ -> new PlayerKeys());
    }

    boolean admits(Lease shown) {
        return fence.admits(of(shown.player()).lease(shown.player()), shown);
    }

    long now() {
        return millis.getAsLong();
    }

    /// @throws IllegalArgumentException if it is not at least a millisecond, as of a script's argument
    static long checked(Duration ttl) {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("ttl: " + ttl + " (expected: >= 1 ms)");
        }
        return ttl.toMillis();
    }
}
