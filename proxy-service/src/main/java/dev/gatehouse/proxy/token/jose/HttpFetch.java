package dev.gatehouse.proxy.token.jose;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gets small documents over HTTP, bounded in time to the last byte and in size. Follows no redirect: it could lead
/// to a place that nobody configured. Safe to use from any thread.
public final class HttpFetch implements AutoCloseable {

    private static final int OK = 200;

    private final HttpClient client;
    private final Duration timeout;
    private final long maxBytes;

    public HttpFetch(Duration timeout, long maxBytes) {
        this.timeout = timeout;
        this.maxBytes = maxBytes;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// Blocks until all of it is there.
    ///
    /// @throws IOException if it takes too long, is too large, or the answer is not 200
    byte[] get(URI place) throws IOException {
        // Not the request's own timeout, which would end with the head of the answer.
        var request = HttpRequest.newBuilder(place)
                .header("Accept", "application/json")
                .build();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
        try {
            var response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException(place + " answered " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException(place + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(place + " did not answer within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
