package dev.gatehouse.launcher.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

/// The studio's backend: plain HTTP and JSON, as any studio would write it.
final class Backend {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;

    Backend(HttpClient http) {
        this.http = http;
    }

    /// @param bearer goes into the `Authorization` header
    /// @throws BrokenStoryException if the answer is not a success
    Map<String, Object> post(URI uri, String bearer, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = request(uri, bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSONObjectUtils.toJSONString(body)))
                .build();
        return json(request, send(request));
    }

    Map<String, Object> get(URI uri, String bearer) throws IOException, InterruptedException {
        var request = request(uri, bearer).build();
        return json(request, send(request));
    }

    String text(URI uri) throws IOException, InterruptedException {
        return send(request(uri, "").build());
    }

    private static HttpRequest.Builder request(URI uri, String bearer) {
        var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new BrokenStoryException("%s %s answered %d: %s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private static Map<String, Object> json(HttpRequest request, String body) {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException e) {
            throw new BrokenStoryException(request.uri() + " did not answer with JSON", e);
        }
    }
}
