package dev.gatehouse.instance.players.http;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_OK;

import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer.Accepted;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer.Refused;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the node that holds the player, and once more the node that this one names instead. Safe to use from
/// any thread.
public final class HttpPlayerLine implements PlayerLine {

    private static final int MAX_NODES_ASKED = 2;

    /// What session-service says of an action that servers hear as it is.
    private static final Set<PartnerError> ABOUT_ACTIONS = EnumSet.of(
            PartnerError.ACTION_REFUSED,
            PartnerError.UNKNOWN_ACTION,
            PartnerError.UNSYNCHRONIZED_TOUCHES_CHECKSUMMED,
            PartnerError.UNKNOWN_PLAYER,
            PartnerError.TOO_MANY_WAITING,
            PartnerError.UNREADABLE_PLAYER);

    private static final Logger LOG = LoggerFactory.getLogger(HttpPlayerLine.class);
    private static final JsonCodec<ServerMessage.GameInstance> NEWS = JsonCodec.of(ServerMessage.GameInstance.class);
    private static final JsonCodec<ActionOrder> ORDER = JsonCodec.of(ActionOrder.class);
    private static final JsonCodec<SessionReply> REPLY = JsonCodec.of(SessionReply.class);

    private final InternalCalls calls;
    private final PlayerOwners owners;

    public HttpPlayerLine(InternalCalls calls, PlayerOwners owners) {
        this.calls = calls;
        this.owners = owners;
    }

    @Override
    public Reached reach(PlayerKey player) {
        var node = owners.find(player);
        return news -> {
            var reply = ask(player, node.get(), "game-instance", NEWS.encode(news));
            return reply == null || reply.code() != null
                    ? Delivery.UNKNOWN
                    : reply.delivered() ? Delivery.HEARD : Delivery.AWAY;
        };
    }

    @Override
    public ActionAnswer act(PlayerKey player, ActionMode mode, ActionCall action, @Nullable String key) {
        var node = owners.find(player).get();
        var reply = ask(player, node, "actions", ORDER.encode(new ActionOrder(mode, action, key)));
        if (reply == null) {
            return new Refused(Failure.of(PartnerError.PLAYER_UNREACHABLE));
        }
        return reply.id() == null ? new Refused(whyNot(reply)) : new Accepted(reply.id());
    }

    /// In the words of the game server's own contract. What session-service could not say for sure was perhaps done.
    private static Failure whyNot(SessionReply reply) {
        var code = Objects.requireNonNullElse(reply.code(), "");
        var why = switch (code) {
            case "malformed" -> PartnerError.INVALID_ARGUMENT;
            case "unknown_game", "owned_elsewhere", "unavailable", "unauthenticated" -> PartnerError.PLAYER_UNREACHABLE;
            default ->
                PartnerError.of(code)
                        .filter(ABOUT_ACTIONS::contains)
                        .orElse(reply.retryable() ? PartnerError.PLAYER_UNREACHABLE : PartnerError.ACTION_REFUSED);
        };
        var message = why == PartnerError.PLAYER_UNREACHABLE ? null : reply.message();
        return new Failure(why.code(), Objects.requireNonNullElse(message, why.message()), why.retryable());
    }

    private @Nullable SessionReply ask(PlayerKey player, Optional<URI> first, String what, String body) {
        var node = first;
        for (int asked = 0; asked < MAX_NODES_ASKED && node.isPresent(); asked++) {
            try {
                var response = calls.post(node.get(), pathOf(player) + what, body);
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

    private static String pathOf(PlayerKey player) {
        return "/games/%s/players/%s/"
                .formatted(
                        InternalCalls.segment(player.gameId().value()),
                        InternalCalls.segment(player.playerId().value()));
    }
}
