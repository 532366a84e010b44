package dev.gatehouse.session.internal.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.web.ApiError;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST .../game-instance`: news of a game instance for a player's sessions.
final class GameInstanceHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final JsonCodec<ServerMessage.GameInstance> NEWS = JsonCodec.of(ServerMessage.GameInstance.class);
    private static final JsonCodec<Delivery> DELIVERY = JsonCodec.of(Delivery.class);

    private final Players players;

    GameInstanceHandler(Players players) {
        this.players = players;
    }

    /// @param delivered false if the player has no session
    record Delivery(@Member(1) boolean delivered) {}

    Mono<ServerResponse> handle(ServerRequest request) {
        var player = Requests.player(request);
        return Requests.body(request, NEWS)
                .flatMap(news -> Mono.fromCompletionStage(() -> players.deliver(player, news)))
                .timeout(PATIENCE)
                .flatMap(GameInstanceHandler::reply);
    }

    private static Mono<ServerResponse> reply(DeliveryAnswer answer) {
        return switch (answer) {
            case DeliveryAnswer.Delivered(var delivered) -> Replies.ok(DELIVERY, new Delivery(delivered));
            case DeliveryAnswer.OwnedElsewhere(var owner) ->
                Replies.error(HttpStatus.CONFLICT, ApiError.ownedElsewhere(owner));
            case DeliveryAnswer.Unavailable _ -> Replies.error(HttpStatus.SERVICE_UNAVAILABLE, ApiError.unavailable());
        };
    }
}
