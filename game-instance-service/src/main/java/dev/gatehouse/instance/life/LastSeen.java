package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// An instance as it was when somebody last saw it. It may have changed since, so that it is good for an attempt at a
/// change, which the store refuses then, and for nothing else. Safe to use from any thread.
public final class LastSeen {

    private final InstanceId id;
    private final AtomicReference<@Nullable Stored> last = new AtomicReference<>();

    /// Not seen yet.
    public LastSeen(InstanceId id) {
        this.id = id;
    }

    public InstanceId id() {
        return id;
    }

    public Optional<Stored> stored() {
        return Optional.ofNullable(last.get());
    }

    /// Keeps what is newer.
    public void saw(Stored now) {
        last.accumulateAndGet(now, (before, after) -> before == null || isNewer(before, after) ? after : before);
    }

    private static boolean isNewer(Stored before, @Nullable Stored after) {
        return after != null && after.version() >= before.version();
    }
}
