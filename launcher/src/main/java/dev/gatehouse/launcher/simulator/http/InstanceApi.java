package dev.gatehouse.launcher.simulator.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.launcher.simulator.RefusedException;
import dev.gatehouse.launcher.simulator.line.TokenPair;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceLifecycle;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a studio's backend asks of game-instance-service, over HTTP as any studio would. Blocks;
/// safe to use from any thread.
public final class InstanceApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);

    private final HttpClient http;
    private final URI service;
    private final Supplier<String> operatorToken;

    public InstanceApi(HttpClient http, URI service, Supplier<String> operatorToken) {
        this.http = http;
        this.service = service;
        this.operatorToken = operatorToken;
    }

    /// An instance, as far as it matters here.
    ///
    /// @param why it is in that state
    /// @param drainBy when it ends at the latest, where it drains or did
    public record Seen(
            InstanceId id,
            String state,
            String why,
            String serverId,
            List<String> players,
            @Nullable Instant drainBy) {

        /// Whether nothing more will happen to it.
        public boolean isOver() {
            return Arrays.stream(InstanceState.values())
                    .filter(InstanceLifecycle.TABLE::isFinal)
                    .anyMatch(over -> over.name().equalsIgnoreCase(state));
        }
    }

    /// @param key names it among the game's instances
    public Seen create(GameId game, String key, List<PlayerId> players) throws IOException, InterruptedException {
        return seen(call("POST", "", Map.of("gameId", game.value(), "idempotencyKey", key, "players", seats(players))));
    }

    public Seen get(InstanceId id) throws IOException, InterruptedException {
        return seen(call("GET", "/" + id, null));
    }

    public void add(InstanceId id, PlayerId player) throws IOException, InterruptedException {
        call("POST", "/" + id + "/players", Map.of("players", seats(List.of(player))));
    }

    public void remove(InstanceId id, PlayerId player) throws IOException, InterruptedException {
        call("DELETE", "/" + id + "/players/" + player, null);
    }

    public void drain(InstanceId id, Duration within) throws IOException, InterruptedException {
        call("POST", "/" + id + "/drain", Map.of("withinMillis", within.toMillis()));
    }

    public void end(InstanceId id, String why) throws IOException, InterruptedException {
        call("POST", "/" + id + "/end", Map.of("why", why));
    }

    /// Has the player told once more where to go, with a fresh ticket, as its server would.
    public void sendTicket(InstanceId id, TokenPair pair, PlayerId player) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(PartnerHeaders.RPC_PATH))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + pair.game())
                .header(PartnerHeaders.SOCIAL_TOKEN, pair.social())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(REQUEST.encode(new ConnectPlayers("simulator", id, List.of(player)))))
                .build();
        var answer = send(request);
        if (answer.get("error") instanceof Map<?, ?> error) {
            throw new RefusedException(error.get("code") + ": " + error.get("message"));
        }
    }

    private Map<String, Object> call(String method, String path, @Nullable Map<String, Object> body)
            throws IOException, InterruptedException {
        var publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSONObjectUtils.toJSONString(body));
        return send(HttpRequest.newBuilder(service.resolve("/v1/game-instances" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + operatorToken.get())
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build());
    }

    private Map<String, Object> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        var body = json(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new RefusedException(body.get("code") + ": " + body.get("message"));
        }
        return body;
    }

    private static Seen seen(Map<String, Object> instance) {
        return new Seen(
                new InstanceId(text(instance, "id")),
                text(instance, "state"),
                objects(instance, "history").stream()
                        .reduce((_, last) -> last)
                        .map(last -> text(last, "why"))
                        .orElse(""),
                text(instance, "serverId"),
                objects(instance, "players").stream()
                        .map(seat -> text(seat, "playerId"))
                        .toList(),
                instance.get("drainBy") instanceof Number millis ? Instant.ofEpochMilli(millis.longValue()) : null);
    }

    private static List<Map<String, Object>> seats(List<PlayerId> players) {
        return players.stream()
                .map(player -> Map.<String, Object>of("playerId", player.value(), "team", 0))
                .toList();
    }

    private static String text(Map<?, ?> object, String member) {
        return object.get(member) instanceof String text ? text : "";
    }

    private static List<Map<?, ?>> objects(Map<?, ?> object, String member) {
        return object.get(member) instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>mapMulti((each, to) -> {
                            if (each instanceof Map<?, ?> map) {
                                to.accept(map);
                            }
                        })
                        .toList()
                : List.of();
    }

    private static Map<String, Object> json(String body) throws IOException {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException e) {
            throw new IOException("game-instance-service did not answer with JSON", e);
        }
    }
}
