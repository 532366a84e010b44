package dev.gatehouse.benchmarks.tool;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A command line of `[URL,...] [--option value]...`.
///
/// @param servers `http` or `https`, host and port of each proxy, or of what stands before the proxies; 1 to 100
/// @param values of the options that were given, by their name
public record Options(List<URI> servers, Map<String, String> values) {

    private static final String DEFAULT_SERVER = "http://localhost:8080";
    private static final int MOST_SERVERS = 100;

    public Options {
        servers = List.copyOf(servers);
        values = Map.copyOf(values);
        servers.forEach(Options::requireHttp);
        Bound.check("servers", servers.size(), 1, MOST_SERVERS);
    }

    /// @param known the names of all options
    /// @throws IllegalArgumentException if it makes no sense; the message is for people
    public static Options parse(List<String> arguments, Set<String> known) {
        Deque<String> words = new ArrayDeque<>(arguments);
        boolean saysWhere = !words.isEmpty() && !words.getFirst().startsWith("--");
        var servers = Stream.of((saysWhere ? words.removeFirst() : DEFAULT_SERVER).split(",", -1))
                .map(URI::create)
                .toList();
        Map<String, String> values = new HashMap<>();
        while (!words.isEmpty()) {
            var name = words.removeFirst();
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no option " + name);
            }
            if (words.isEmpty()) {
                throw new IllegalArgumentException(name + ": a value is missing");
            }
            values.put(name, words.removeFirst());
        }
        return new Options(servers, values);
    }

    public @Nullable String text(String name) {
        return values.get(name);
    }

    /// @throws IllegalArgumentException if it is not a number
    public int number(String name, int otherwise) {
        var word = values.get(name);
        try {
            return word == null ? otherwise : Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": " + word + " (expected: a number)", e);
        }
    }

    /// @throws IllegalArgumentException if it is not a number
    public Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /// The same servers, for sockets.
    public List<URI> sockets() {
        return servers.stream()
                .map(server -> URI.create(server.toString().replaceFirst("^http", "ws")))
                .toList();
    }

    private static void requireHttp(URI server) {
        var scheme = String.valueOf(server.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("server: " + server + " (expected: http:// or https://)");
        }
    }
}
