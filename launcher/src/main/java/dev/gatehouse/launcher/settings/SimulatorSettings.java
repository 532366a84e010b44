package dev.gatehouse.launcher.settings;

import dev.gatehouse.model.id.GameId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a game server simulator is to simulate.
///
/// @param game what its instances are instances of
/// @param within how long a server may take to link, 1 s to 1 h
/// @param commands a file whose lines are commands as well; absent where there is none
/// @param server the command that starts a server; empty where servers are started by hand
public record SimulatorSettings(
        GameId game, Duration within, @Nullable Path commands, List<String> server) {

    /// For who starts a server by hand.
    public static final Duration USUAL_WITHIN = Duration.ofMinutes(5);

    /// For a server that is checked.
    public static final Duration TO_CHECK = Duration.ofSeconds(10);

    private static final Duration MOST_WITHIN = Duration.ofHours(1);

    public SimulatorSettings {
        if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(MOST_WITHIN) > 0) {
            throw new IllegalArgumentException(
                    "within: " + within.toSeconds() + " (expected: 1 to " + MOST_WITHIN.toSeconds() + ")");
        }
        server = ServerCommand.checked(server);
    }
}
