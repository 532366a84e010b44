package dev.gatehouse.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stands where session-service would: notes what it is asked over HTTP, and agrees.
final class SessionServiceStandIn implements AutoCloseable {

    /// One call.
    ///
    /// @param path from `/internal/v1/games/` on
    record Call(String path, String authorization, String body) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private volatile CountDownLatch mayAnswerActions = new CountDownLatch(0);
    private volatile CountDownLatch mayAnswerNews = new CountDownLatch(0);

    /// What becomes of somebody's first news of a kind.
    enum Fault {
        /// Nobody hears it, as the node is about to go.
        REFUSED,
        /// It is heard, and the answer does not come back.
        ANSWER_LOST
    }

    SessionServiceStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/v1/games/", this::answer);
        server.setExecutor(command -> Thread.ofVirtual().start(command));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Call> calls() {
        return calls;
    }

    /// What players heard of an instance, in order, such as `alice added`.
    List<String> news(String instance) {
        return calls.stream()
                .filter(call -> isAbout(instance, call))
                .map(call -> call.path().split("/", -1)[2] + " "
                        + JSON.readTree(call.body()).get("event").stringValue())
                .toList();
    }

    /// The idempotency keys of the actions for a player, in order.
    List<String> keys(String player) {
        return calls.stream()
                .filter(call -> call.path().endsWith("/" + player + "/actions"))
                .map(call -> JSON.readTree(call.body()).get("key").stringValue())
                .toList();
    }

    /// The last that anybody was told of the instance.
    JsonNode hostDetails(String instance) {
        return calls.stream()
                .filter(call -> isAbout(instance, call))
                .map(call -> JSON.readTree(call.body()))
                .filter(body -> body.path("event").asString("").equals("host-details"))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static boolean isAbout(String instance, Call call) {
        return JSON.readTree(call.body()).path("instanceId").asString("").equals(instance);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring("/internal/v1/games/".length());
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        calls.add(new Call(path, exchange.getRequestHeaders().getFirst("Authorization"), body));
        if (path.endsWith("/actions")) {
            awaitLeave(mayAnswerActions);
        } else if (path.endsWith("/game-instance")) {
            awaitLeave(mayAnswerNews);
            if (isFaulty(path.split("/", -1)[2], JSON.readTree(body), exchange)) {
                return;
            }
        }
        var answer = path.endsWith("/actions") ? "{\"id\":7}" : "{\"delivered\":true}";
        exchange.sendResponseHeaders(200, answer.length());
        exchange.getResponseBody().write(answer.getBytes(UTF_8));
        exchange.close();
    }

    /// Answers no action from now on, before the latch is open.
    void holdActions(CountDownLatch until) {
        mayAnswerActions = until;
    }

    /// Answers no news from now on, before the latch is open.
    void holdNews(CountDownLatch until) {
        mayAnswerNews = until;
    }

    /// The first time that a player is told some kind of news, this happens.
    void failOnceForEachKind(String player, Fault fault) {
        for (var event : List.of("added", "host-details", "updated", "removed", "ended")) {
            faults.put(player + " " + event, fault);
        }
    }

    private boolean isFaulty(String player, JsonNode news, HttpExchange exchange) throws IOException {
        var fault = faults.remove(player + " " + news.get("event").stringValue());
        if (fault == Fault.REFUSED) {
            exchange.sendResponseHeaders(503, -1);
        }
        if (fault != null) {
            exchange.close();
        }
        return fault != null;
    }

    private static void awaitLeave(CountDownLatch mayAnswer) throws IOException {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
