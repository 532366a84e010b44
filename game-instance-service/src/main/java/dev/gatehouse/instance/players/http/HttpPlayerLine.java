package dev.gatehouse.instance.players.http;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_OK;

import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer.Accepted;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer.Refused;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the node that holds the player, and once more the node that this one names instead. Safe to use from
/// any thread.
public final class HttpPlayerLine implements PlayerLine {

    /// How long one node may take.
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final int MAX_NODES_ASKED = 2;
    private static final Logger LOG = LoggerFactory.getLogger(HttpPlayerLine.class);
    private static final JsonCodec<ServerMessage.GameInstance> NEWS = JsonCodec.of(ServerMessage.GameInstance.class);
    private static final JsonCodec<ActionOrder> ORDER = JsonCodec.of(ActionOrder.class);
    private static final JsonCodec<SessionReply> REPLY = JsonCodec.of(SessionReply.class);

    private final HttpClient http;
    private final PlayerOwners owners;
    private final Supplier<String> serviceToken;

    /// @param serviceToken a fresh token for `/internal` on each call
    public HttpPlayerLine(HttpClient http, PlayerOwners owners, Supplier<String> serviceToken) {
        this.http = http;
        this.owners = owners;
        this.serviceToken = serviceToken;
    }

    @Override
    public boolean tell(PlayerKey player, ServerMessage.GameInstance news) {
        var reply = ask(player, "game-instance", NEWS.encode(news));
        return reply != null && reply.delivered();
    }

    @Override
    public ActionAnswer act(PlayerKey player, ActionMode mode, ActionCall action, @Nullable String key) {
        var reply = ask(player, "actions", ORDER.encode(new ActionOrder(mode, action, key)));
        if (reply == null) {
            return new Refused(Failure.of(PartnerError.PLAYER_UNREACHABLE));
        }
        if (reply.id() != null) {
            return new Accepted(reply.id());
        }
        var code = Objects.requireNonNullElse(reply.code(), PartnerError.ACTION_REFUSED.code());
        var message = Objects.requireNonNullElse(reply.message(), PartnerError.ACTION_REFUSED.message());
        return new Refused(new Failure(code, message, reply.retryable()));
    }

    private @Nullable SessionReply ask(PlayerKey player, String what, String body) {
        Optional<URI> node = owners.find(player);
        for (int asked = 0; asked < MAX_NODES_ASKED && node.isPresent(); asked++) {
            try {
                var response = http.send(request(node.get(), player, what, body), HttpResponse.BodyHandlers.ofString());
                var reply = REPLY.decode(response.body());
                if (response.statusCode() != HTTP_CONFLICT || reply.owner() == null) {
                    return response.statusCode() == HTTP_OK || reply.code() != null ? reply : null;
                }
                node = owners.addressOf(reply.owner());
            } catch (IOException | DecodeException e) {
                LOG.warn("{} for player {} did not reach {}: {}", what, player, node.get(), e.toString());
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        LOG.warn("{} for player {}: no session-service node takes it", what, player);
        return null;
    }

    private HttpRequest request(URI node, PlayerKey player, String what, String body) {
        var path = "/internal/v1/games/%s/players/%s/%s"
                .formatted(
                        segment(player.gameId().value()),
                        segment(player.playerId().value()),
                        what);
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + serviceToken.get())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
