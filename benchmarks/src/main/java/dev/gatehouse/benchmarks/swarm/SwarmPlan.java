package dev.gatehouse.benchmarks.swarm;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a swarm is asked to do.
///
/// @param server `http` or `https`, host and port of a proxy or of what stands before the proxies
/// @param clients guests, 1 to 5,000; all play at once
/// @param within all of it, 1 second to 1 hour; what is not done then counts as broken
record SwarmPlan(URI server, int clients, Load load, Duration within) {

    static final String USAGE =
            "swarm [URL] [--clients 20] [--flushes 20] [--digs 5] [--cuts 2] [--pause-millis 50] [--within-seconds 60]";

    private static final String DEFAULT_SERVER = "http://localhost:8080";
    private static final Set<String> OPTIONS =
            Set.of("--clients", "--flushes", "--digs", "--cuts", "--pause-millis", "--within-seconds");

    /// Every flush leaves a number behind, and all of them are kept to the end.
    private static final long MOST_FLUSHES = 1_000_000;

    SwarmPlan {
        var scheme = String.valueOf(server.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("server: " + server + " (expected: http:// or https://)");
        }
        Bound.check("clients", clients, 1, 5_000);
        Bound.check("within", within, Duration.ofSeconds(1), Duration.ofHours(1));
        Bound.check("flushes of all clients", (long) clients * load.allFlushes(), 1L, MOST_FLUSHES);
    }

    /// Reads a command line.
    ///
    /// @throws IllegalArgumentException if it makes no sense; the message is for people
    static SwarmPlan parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        boolean saysWhere = !words.isEmpty() && !words.getFirst().startsWith("--");
        var server = URI.create(saysWhere ? words.removeFirst() : DEFAULT_SERVER);
        var options = options(words);
        var load = new Load(
                number(options, "--flushes", 20),
                number(options, "--digs", 5),
                number(options, "--cuts", 2),
                Duration.ofMillis(number(options, "--pause-millis", 50)));
        var within = Duration.ofSeconds(number(options, "--within-seconds", 60));
        return new SwarmPlan(server, number(options, "--clients", 20), load, within);
    }

    private static Map<String, String> options(Deque<String> words) {
        Map<String, String> options = new HashMap<>();
        while (!words.isEmpty()) {
            var name = words.removeFirst();
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("no option " + name);
            }
            if (words.isEmpty()) {
                throw new IllegalArgumentException(name + ": a value is missing");
            }
            options.put(name, words.removeFirst());
        }
        return options;
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        var word = options.get(name);
        try {
            return word == null ? otherwise : Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": " + word + " (expected: a number)", e);
        }
    }
}
