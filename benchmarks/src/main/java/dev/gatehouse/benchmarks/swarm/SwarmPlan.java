package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Bound;
import dev.gatehouse.benchmarks.tool.Options;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a swarm is asked to do.
///
/// @param servers of the options; sockets go to them in turn
/// @param clients guests, 1 to 5,000; all play at once
/// @param victim ends when all play and half of the flushes are answered; null for nobody
/// @param within all of it, 1 second to 1 hour; what is not done then counts as broken
record SwarmPlan(
        List<URI> servers, int clients, Load load, @Nullable Victim victim, Duration within) {

    static final String USAGE =
            "swarm [URL,...] [--clients 20] [--flushes 20] [--digs 5] [--cuts 2] [--pause-millis 50]"
                    + " [--kill|--drain|--hand-over|--pause-redis|--pause-node PIDFILE] [--for-seconds 5] [--management URL]"
                    + " [--within-seconds 60]";

    static final Set<String> OPTIONS = Stream.concat(
                    Stream.of(
                            "--clients",
                            "--flushes",
                            "--digs",
                            "--cuts",
                            "--pause-millis",
                            "--for-seconds",
                            "--management",
                            "--within-seconds"),
                    Ending.options().stream())
            .collect(Collectors.toUnmodifiableSet());

    /// Every flush leaves a number behind, and all of them are kept to the end.
    private static final long MOST_FLUSHES = 1_000_000;

    SwarmPlan {
        servers = List.copyOf(servers);
        Bound.check("clients", clients, 1, 5_000);
        Bound.check("within", within, Duration.ofSeconds(1), Duration.ofHours(1));
        Bound.check("flushes of all clients", (long) clients * load.allFlushes(), 1L, MOST_FLUSHES);
    }

    /// @throws IllegalArgumentException if it makes no sense; the message is for people
    static SwarmPlan of(Options options) {
        var load = new Load(
                options.number("--flushes", 20),
                options.number("--digs", 5),
                options.number("--cuts", 2),
                Duration.ofMillis(options.number("--pause-millis", 50)));
        return new SwarmPlan(
                options.servers(),
                options.number("--clients", 20),
                load,
                victim(options),
                options.seconds("--within-seconds", 60));
    }

    private static @Nullable Victim victim(Options options) {
        Victim victim = null;
        for (var ending : Ending.values()) {
            var pidFile = options.text(ending.option());
            if (pidFile != null && victim != null) {
                throw new IllegalArgumentException("%s: besides %s (expected: one of %s)"
                        .formatted(ending.option(), victim.ending().option(), String.join(", ", Ending.options())));
            }
            victim = pidFile == null ? victim : victim(Path.of(pidFile), ending, options);
        }
        return victim;
    }

    private static Victim victim(Path pidFile, Ending ending, Options options) {
        var management = options.text("--management");
        return new Victim(
                pidFile,
                ending,
                options.seconds("--for-seconds", 5),
                management == null ? null : URI.create(management));
    }
}
