package dev.gatehouse.session.admin.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.EditOutcome;
import dev.gatehouse.session.web.ApiError;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST .../players/{playerId}/edits`: a direct edit of the player's model.
final class EditHandler {

    private static final JsonCodec<EditRequest> REQUEST = JsonCodec.ofOrder(EditRequest.class);
    private static final JsonCodec<EditReply> REPLY = JsonCodec.of(EditReply.class);

    private final Players players;

    EditHandler(Players players) {
        this.players = players;
    }

    /// @param patch of the model, as RFC 6902 describes it
    /// @param kickIfConnected whether the sessions of a client that would miss the edit end, in place of a refusal
    record EditRequest(@Member(1) JsonText patch, @Member(2) boolean kickIfConnected) {

        WhilePlaying whilePlaying() {
            return kickIfConnected ? WhilePlaying.KICK : WhilePlaying.REFUSE;
        }
    }

    /// @param edited always true: it is in the journal
    record EditReply(@Member(1) boolean edited) {}

    Mono<ServerResponse> handle(ServerRequest request) {
        var player = Requests.player(request);
        return Requests.body(request, REQUEST)
                .flatMap(edit -> Ask.audited(request, "edits a player's model")
                        .then(Ask.desk(() -> players.patch(player, edit.patch(), edit.whilePlaying()))))
                .flatMap(EditHandler::reply);
    }

    private static Mono<ServerResponse> reply(EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Edited _ -> Replies.ok(REPLY, new EditReply(true));
            case EditOutcome.Missed(var member) -> Replies.error(HttpStatus.UNPROCESSABLE_CONTENT, missed(member));
            case EditOutcome.NoModel(var why) ->
                Replies.error(HttpStatus.UNPROCESSABLE_CONTENT, ApiError.of("invalid_patch", why));
            case EditOutcome.UnknownGame _ -> Replies.error(HttpStatus.NOT_FOUND, ApiError.unknownGame());
            case EditOutcome.UnknownPlayer _ -> Replies.error(HttpStatus.NOT_FOUND, ApiError.unknownPlayer());
            case EditOutcome.Unreadable _ ->
                Replies.error(HttpStatus.INTERNAL_SERVER_ERROR, ApiError.unreadablePlayer());
            case EditOutcome.OwnedElsewhere(var owner) ->
                Replies.error(HttpStatus.CONFLICT, ApiError.ownedElsewhere(owner));
            case EditOutcome.Unavailable _ -> Replies.error(HttpStatus.SERVICE_UNAVAILABLE, ApiError.unavailable());
        };
    }

    private static ApiError missed(String member) {
        return new ApiError(
                "client_would_miss_edit",
                "A client plays and has this member; it would not hear of the edit.",
                true,
                null,
                member);
    }
}
