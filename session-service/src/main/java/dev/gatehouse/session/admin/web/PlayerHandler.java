package dev.gatehouse.session.admin.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.PlayerView;
import dev.gatehouse.session.player.answer.ViewAnswer;
import dev.gatehouse.session.web.ApiError;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// `GET .../players/{playerId}`: a player as it is now. `GET .../size`: what makes its model as large as it is.
final class PlayerHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final JsonCodec<PlayerReply> REPLY = JsonCodec.of(PlayerReply.class);
    private static final JsonCodec<SizeReply> SIZE = JsonCodec.of(SizeReply.class);

    private final Players players;

    PlayerHandler(Players players) {
        this.players = players;
    }

    record PlayerReply(
            @Member(1) PlayerId playerId,
            @Member(2) long epoch,
            @Member(3) NodeId owner,
            @Member(4) @Nullable Long tick,
            @Member(5) boolean online,
            @Member(6) List<SessionReply> sessions,
            @Member(7) @Nullable String checksum,
            @Member(8) @Nullable JsonText model) {

        static PlayerReply of(PlayerView player) {
            var sessions = player.sessions().stream()
                    .map(session -> new SessionReply(session.sessionId(), session.recovering()))
                    .toList();
            return new PlayerReply(
                    player.playerId(),
                    player.epoch(),
                    player.owner(),
                    player.tick(),
                    !sessions.isEmpty(),
                    sessions,
                    player.checksum(),
                    player.model());
        }
    }

    record SessionReply(
            @Member(1) SessionId sessionId, @Member(2) boolean recovering) {}

    Mono<ServerResponse> handle(ServerRequest request) {
        var player = Requests.player(request);
        return Mono.fromCompletionStage(() -> players.view(player))
                .timeout(PATIENCE)
                .flatMap(PlayerHandler::reply);
    }

    Mono<ServerResponse> size(ServerRequest request) {
        var player = Requests.player(request);
        return Mono.fromCompletionStage(() -> players.held(player))
                .timeout(PATIENCE)
                // Measuring walks over all of the model: not on the player's shard.
                .publishOn(Schedulers.parallel())
                .flatMap(PlayerHandler::reply);
    }

    private static Mono<ServerResponse> reply(ViewAnswer answer) {
        return switch (answer) {
            case ViewAnswer.Held(var model) -> Replies.ok(SIZE, SizeReply.of(model));
            case ViewAnswer.Seen(var player) -> Replies.ok(REPLY, PlayerReply.of(player));
            case ViewAnswer.UnknownGame _ -> Replies.error(HttpStatus.NOT_FOUND, ApiError.unknownGame());
            case ViewAnswer.UnknownPlayer _ -> Replies.error(HttpStatus.NOT_FOUND, ApiError.unknownPlayer());
            case ViewAnswer.Unreadable _ ->
                Replies.error(HttpStatus.INTERNAL_SERVER_ERROR, ApiError.unreadablePlayer());
            case ViewAnswer.OwnedElsewhere(var owner) ->
                Replies.error(HttpStatus.CONFLICT, ApiError.ownedElsewhere(owner));
            case ViewAnswer.Unavailable _ -> Replies.error(HttpStatus.SERVICE_UNAVAILABLE, ApiError.unavailable());
        };
    }
}
