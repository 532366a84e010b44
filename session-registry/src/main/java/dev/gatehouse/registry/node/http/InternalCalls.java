package dev.gatehouse.registry.node.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/// Posts JSON to `/internal/v1` of nodes of session-service and of game-instance-service. Blocks; safe to use from any
/// thread.
public final class InternalCalls {

    /// How long a node may take that is given no other time.
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final Supplier<String> serviceToken;

    /// @param serviceToken a fresh token for `/internal` on each call
    public InternalCalls(HttpClient http, Supplier<String> serviceToken) {
        this.http = http;
        this.serviceToken = serviceToken;
    }

    /// Like the other one, within a few seconds.
    public HttpResponse<String> post(URI node, String path, String body) throws IOException, InterruptedException {
        return post(node, path, body, TIMEOUT);
    }

    /// @param node its base address
    /// @param path below `/internal/v1`, of [#segment]s where they are not our own
    /// @throws IOException if it does not answer in time
    public HttpResponse<String> post(URI node, String path, String body, Duration within)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(node.resolve("/internal/v1" + path))
                        .timeout(within)
                        .header("Authorization", "Bearer " + serviceToken.get())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// An id as one segment of a path.
    public static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
