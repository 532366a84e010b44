package dev.gatehouse.launcher.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.launcher.simulator.Players;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands where session-service is in the whole suite, as far as game-instance-service asks it:
/// every player is there, hears all news, and takes every action.
public final class PlayersStandIn implements Closeable {

    private static final String ROOT = "/internal/v1/games/";
    private static final int PATH_PARTS = 4; // GAME/players/PLAYER/WHAT
    private static final JsonCodec<ServerMessage.GameInstance> NEWS = JsonCodec.of(ServerMessage.GameInstance.class);

    private final Players players;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private PlayersStandIn(Players players, HttpServer server) {
        this.players = players;
        this.server = server;
    }

    /// Listens on any free port of 127.0.0.1.
    public static PlayersStandIn open(Players players) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var standIn = new PlayersStandIn(players, server);
        server.createContext(ROOT, standIn::answer);
        server.setExecutor(standIn.threads);
        server.start();
        return standIn;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parts = exchange.getRequestURI()
                    .getRawPath()
                    .substring(ROOT.length())
                    .split("/", -1);
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            try {
                reply(exchange, 200, answer(parts, body));
            } catch (DecodeException | ParseException | IllegalArgumentException e) {
                reply(exchange, 400, Map.of("code", "malformed", "message", String.valueOf(e.getMessage())));
            }
        }
    }

    private Map<String, Object> answer(String[] parts, String body) throws DecodeException, ParseException {
        if (parts.length != PATH_PARTS) {
            throw new IllegalArgumentException("path: " + parts.length + " parts (expected: " + PATH_PARTS + ")");
        }
        var player = new PlayerId(URLDecoder.decode(parts[2], UTF_8));
        return switch (parts[3]) {
            case "game-instance" -> {
                players.hear(player, NEWS.decode(body));
                yield Map.of("delivered", true);
            }
            case "actions" -> Map.of("id", act(player, JSONObjectUtils.parse(body)));
            default -> throw new IllegalArgumentException(parts[3] + " (expected: game-instance or actions)");
        };
    }

    private long act(PlayerId player, Map<String, Object> order) {
        var action = Objects.requireNonNull(order.get("action"), "action");
        return players.act(player, order.get("mode") + " " + action, (String) order.get("key"));
    }

    private static void reply(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = JSONObjectUtils.toJSONString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
