package dev.gatehouse.registry.operations;

import static dev.gatehouse.model.protocol.ServerMessage.MaintenanceState.NOT_SCHEDULED;
import static dev.gatehouse.model.protocol.ServerMessage.MaintenanceState.ONGOING;
import static dev.gatehouse.model.protocol.ServerMessage.MaintenanceState.UPCOMING;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What operators have ruled for one game. Immutable.
///
/// @param active the logic versions that may play, among those that nodes host; absent for all of them
/// @param patchMinimums at most one for each platform and logic version
/// @param commitIds the commits whose clients may play; none for any
/// @param windows announced and ongoing maintenance, each with an id of its own
/// @param developers players whom no maintenance stops
/// @param configVersion names the game configuration in use; a change of it ends the sessions that began before
public record GameRules(
        @Member(1) @Nullable VersionRange active,
        @Member(2) List<PatchMinimum> patchMinimums,
        @Member(3) List<String> commitIds,
        @Member(4) List<MaintenanceWindow> windows,
        @Member(5) List<PlayerId> developers,
        @Member(6) @Nullable String configVersion) {

    public static final int MOST_MINIMUMS = 256;
    public static final int MOST_COMMITS = 64;
    public static final int MOST_WINDOWS = 16;
    public static final int MOST_DEVELOPERS = 1000;

    /// A game that nobody has ruled on.
    public static final GameRules NONE = new GameRules(null, List.of(), List.of(), List.of(), List.of(), null);

    private static final Maintenance NO_MAINTENANCE = new Maintenance(NOT_SCHEDULED, null, null);

    /// An unknown end comes last.
    private static final Comparator<MaintenanceWindow> BY_END =
            Comparator.comparing(window -> window.expectedEnd().orElse(Instant.MAX));

    public GameRules {
        patchMinimums = Bounds.list("minimums", patchMinimums, MOST_MINIMUMS);
        commitIds = Bounds.list("commitIds", commitIds, MOST_COMMITS);
        commitIds.forEach(commit -> Bounds.name("commitIds", commit));
        windows = Bounds.list("windows", windows, MOST_WINDOWS);
        developers = Bounds.list("developers", developers, MOST_DEVELOPERS);
        if (configVersion != null) {
            Bounds.name("configVersion", configVersion);
        }
    }

    public boolean acceptsCommit(@Nullable String commitId) {
        return commitIds.isEmpty() || (commitId != null && commitIds.contains(commitId));
    }

    public boolean refusesPatch(String platform, int logicVersion, int patchVersion) {
        return patchMinimums.stream().anyMatch(minimum -> minimum.refuses(platform, logicVersion, patchVersion));
    }

    /// The maintenance that keeps this player out now: of several, the one that is expected to last longest.
    public Optional<MaintenanceWindow> closedFor(PlayerId player, String platform, Instant now) {
        if (developers.contains(player)) {
            return Optional.empty();
        }
        return windows.stream()
                .filter(window -> window.isOngoing(now) && window.concerns(platform))
                .filter(window -> !window.allowed().contains(player))
                .max(BY_END);
    }

    /// What clients of this platform are told.
    public Maintenance maintenance(String platform, Instant now) {
        return maintenance(window -> window.concerns(platform), now);
    }

    /// What a client is told whose platform is not known.
    public Maintenance maintenanceOfAll(Instant now) {
        return maintenance(MaintenanceWindow::concernsAll, now);
    }

    private Maintenance maintenance(Predicate<MaintenanceWindow> concerned, Instant now) {
        var ongoing = windows.stream()
                .filter(concerned)
                .filter(window -> window.isOngoing(now))
                .max(BY_END);
        if (ongoing.isPresent()) {
            return told(ongoing.get(), true);
        }
        return windows.stream()
                .filter(concerned)
                .min(Comparator.comparing(MaintenanceWindow::startsAt))
                .map(window -> told(window, false))
                .orElse(NO_MAINTENANCE);
    }

    private static Maintenance told(MaintenanceWindow window, boolean ongoing) {
        var startsAt = window.startsAt().toEpochMilli();
        return new Maintenance(ongoing ? ONGOING : UPCOMING, startsAt, window.estimatedMillis());
    }

    public GameRules withActive(@Nullable VersionRange active) {
        return new GameRules(active, patchMinimums, commitIds, windows, developers, configVersion);
    }

    public GameRules withPatchMinimums(List<PatchMinimum> patchMinimums) {
        return new GameRules(active, patchMinimums, commitIds, windows, developers, configVersion);
    }

    public GameRules withCommitIds(List<String> commitIds) {
        return new GameRules(active, patchMinimums, commitIds, windows, developers, configVersion);
    }

    public GameRules withDevelopers(List<PlayerId> developers) {
        return new GameRules(active, patchMinimums, commitIds, windows, developers, configVersion);
    }

    public GameRules withConfigVersion(String configVersion) {
        return new GameRules(active, patchMinimums, commitIds, windows, developers, configVersion);
    }

    /// Announces maintenance, in the place of the window with the same id if there is one.
    public GameRules withWindow(MaintenanceWindow window) {
        var others = withoutWindow(window.id()).windows.stream();
        return withWindows(Stream.concat(others, Stream.of(window)).toList());
    }

    /// Ends maintenance, or withdraws it.
    public GameRules withoutWindow(String id) {
        return withWindows(
                windows.stream().filter(window -> !window.id().equals(id)).toList());
    }

    private GameRules withWindows(List<MaintenanceWindow> windows) {
        return new GameRules(active, patchMinimums, commitIds, windows, developers, configVersion);
    }
}
