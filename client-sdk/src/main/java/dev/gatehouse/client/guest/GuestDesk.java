package dev.gatehouse.client.guest;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.schema.Member;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives guests their accounts. Safe to use from any thread.
public final class GuestDesk implements AutoCloseable {

    private static final String PATH = "/v1/guests";
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final JsonCodec<Request> REQUESTS = JsonCodec.of(Request.class);
    private static final JsonCodec<Guest> GUESTS = JsonCodec.of(Guest.class);
    private static final JsonCodec<Refusal> REFUSALS = JsonCodec.of(Refusal.class);

    record Request(@Member(1) GameId gameId, @Member(2) String deviceToken) {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Request[gameId=" + gameId + "]";
        }
    }

    record Refusal(@Member(1) int code, @Member(2) String name) {}

    private final HttpClient http;
    private final URI url;
    private final Duration within;

    /// @param server `ws`, `wss`, `http` or `https`, host and port of a proxy
    public GuestDesk(URI server) {
        this(server, WITHIN);
    }

    GuestDesk(URI server, Duration within) {
        this.within = within;
        this.http = HttpClient.newBuilder().connectTimeout(within).build();
        this.url = URI.create(server.toString().replaceFirst("^ws", "http")).resolve(PATH);
    }

    /// The account of this device, made where there is none. Blocks for 10 s at most.
    ///
    /// @param deviceToken 1 to 256 characters, made once per device
    /// @throws GuestRefusedException if the server gives none, or cannot be reached
    public Guest guest(GameId game, String deviceToken) throws GuestRefusedException {
        var body = REQUESTS.encode(new Request(game, deviceToken));
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = send(request);
        try {
            if (answer.statusCode() != 200) {
                var refusal = REFUSALS.decode(answer.body());
                throw new GuestRefusedException(refusal.code(), refusal.code() + " " + refusal.name());
            }
            return GUESTS.decode(answer.body());
        } catch (DecodeException e) {
            throw new GuestRefusedException("HTTP " + answer.statusCode() + " with something unreadable", e);
        }
    }

    // The client's own timeout ends with the head of the answer; the rest may take for ever.
    private HttpResponse<String> send(HttpRequest request) throws GuestRefusedException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        try {
            return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new GuestRefusedException("no answer from " + url, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GuestRefusedException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
