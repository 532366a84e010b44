package dev.gatehouse.session.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST .../actions`: a server action for a player, from services and from operators.
public final class ActionsHandler {

    /// How long a caller waits for the journal.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final JsonCodec<ActionRequest> REQUEST = JsonCodec.ofOrder(ActionRequest.class);
    private static final JsonCodec<AcceptedAction> ACCEPTED = JsonCodec.of(AcceptedAction.class);

    private final Players players;

    public ActionsHandler(Players players) {
        this.players = players;
    }

    record ActionRequest(
            @Member(1) @Nullable ActionMode mode,
            @Member(2) ActionCall action,
            @Member(3) @Nullable String key) {}

    record AcceptedAction(@Member(1) long id) {}

    public Mono<ServerResponse> handle(ServerRequest request) {
        var player = Requests.player(request);
        return Requests.body(request, REQUEST)
                .map(ActionsHandler::order)
                .flatMap(order -> Mono.fromCompletionStage(() -> players.order(player, order)))
                .timeout(PATIENCE)
                .flatMap(ActionsHandler::reply);
    }

    private static ActionOrder order(ActionRequest request) {
        if (request.mode() == null) {
            throw new MalformedRequestException("mode: absent (expected: synchronized or unsynchronized)");
        }
        try {
            return new ActionOrder(request.mode(), request.action(), request.key());
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException(String.valueOf(e.getMessage()));
        }
    }

    private static Mono<ServerResponse> reply(ActionAnswer answer) {
        return switch (answer) {
            case ActionAnswer.Accepted(var id) -> Replies.ok(ACCEPTED, new AcceptedAction(id));
            case ActionAnswer.Declined(var result) ->
                Replies.error(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        ApiError.of("action_refused", "The action itself refused: " + result + "."));
            case ActionAnswer.Touches(var member) -> Replies.error(HttpStatus.UNPROCESSABLE_CONTENT, touches(member));
            case ActionAnswer.UnknownAction(var why) ->
                Replies.error(HttpStatus.UNPROCESSABLE_CONTENT, ApiError.of("unknown_action", why));
            case ActionAnswer.TooManyWaiting _ ->
                Replies.error(
                        HttpStatus.TOO_MANY_REQUESTS,
                        ApiError.retryable("too_many_waiting", "Too many actions wait for this player already."));
            case ActionAnswer.UnknownGame _ -> Replies.error(HttpStatus.NOT_FOUND, ApiError.unknownGame());
            case ActionAnswer.UnknownPlayer _ -> Replies.error(HttpStatus.NOT_FOUND, ApiError.unknownPlayer());
            case ActionAnswer.Unreadable _ ->
                Replies.error(HttpStatus.INTERNAL_SERVER_ERROR, ApiError.unreadablePlayer());
            case ActionAnswer.OwnedElsewhere(var owner) ->
                Replies.error(HttpStatus.CONFLICT, ApiError.ownedElsewhere(owner));
            case ActionAnswer.Unavailable _ -> Replies.error(HttpStatus.SERVICE_UNAVAILABLE, ApiError.unavailable());
        };
    }

    private static ApiError touches(String member) {
        return new ApiError(
                "unsynchronized_touches_checksummed",
                "An unsynchronized action may not change a member that is in the checksum.",
                false,
                null,
                member);
    }
}
