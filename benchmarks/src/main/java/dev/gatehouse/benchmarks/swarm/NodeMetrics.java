package dev.gatehouse.benchmarks.swarm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/// What a session node counts, as its management port shows it to Prometheus. Safe to use from any thread.
final class NodeMetrics implements AutoCloseable {

    private static final String FENCED = "gatehouse_session_fenced_total";
    private static final String SESSIONS = "gatehouse_session_sessions";

    /// A node that was paused has much to do before it answers.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;

    /// @param management the base of the node's management port
    NodeMetrics(URI management) {
        this.url = management.resolve("/actuator/prometheus");
    }

    /// Players that other nodes turned out to own.
    ///
    /// @throws IOException if the node does not say
    long fenced() throws IOException {
        return number(FENCED);
    }

    /// Sessions that it has now.
    ///
    /// @throws IOException if the node does not say
    long sessions() throws IOException {
        return number(SESSIONS);
    }

    private long number(String name) throws IOException {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        try {
            var text = http.send(request, BodyHandlers.ofString()).body();
            var found = Pattern.compile("(?m)^" + name + " (\\d+)(\\.0)?$").matcher(text);
            if (!found.find()) {
                throw new IOException(url + " does not say " + name);
            }
            return Long.parseLong(found.group(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + url + " was asked");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
