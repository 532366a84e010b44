package dev.gatehouse.registry.operations;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One time of maintenance: announced from when it is written, ongoing from its start, ended when an operator takes
/// it away. The estimate ends nothing: maintenance that takes longer goes on.
///
/// @param id chosen by the operator, of its own within the game
/// @param estimatedMillis how long it is thought to take, where that is known
/// @param platforms those that it concerns; none for all
/// @param allowed players who may play nevertheless
public record MaintenanceWindow(
        @Member(1) String id,
        @Member(2) Instant startsAt,
        @Member(3) @Nullable Long estimatedMillis,
        @Member(4) List<String> platforms,
        @Member(5) List<PlayerId> allowed) {

    public static final int MOST_PLATFORMS = 32;
    public static final int MOST_ALLOWED = 1000;

    public MaintenanceWindow {
        Bounds.name("id", id);
        if (estimatedMillis != null && estimatedMillis < 1) {
            throw new IllegalArgumentException("estimatedMillis: " + estimatedMillis + " (expected: > 0, or absent)");
        }
        platforms = Bounds.list("platforms", platforms, MOST_PLATFORMS);
        platforms.forEach(platform -> Bounds.name("platforms", platform));
        allowed = Bounds.list("allowed", allowed, MOST_ALLOWED);
    }

    public boolean concernsAll() {
        return platforms.isEmpty();
    }

    public boolean concerns(String platform) {
        return concernsAll() || platforms.contains(platform);
    }

    public boolean isOngoing(Instant now) {
        return !now.isBefore(startsAt);
    }

    /// Empty where nobody knows.
    public Optional<Instant> expectedEnd() {
        return Optional.ofNullable(estimatedMillis).map(startsAt::plusMillis);
    }
}
