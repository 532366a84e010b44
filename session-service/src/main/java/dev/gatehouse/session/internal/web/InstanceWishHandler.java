package dev.gatehouse.session.internal.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.web.ApiError;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST .../instance-wishes`: what a game says to something that somebody wants to do with one of its instances.
final class InstanceWishHandler {

    private static final JsonCodec<InstanceWish> WISH = JsonCodec.of(InstanceWish.class);
    private static final JsonCodec<Verdict> VERDICT = JsonCodec.of(Verdict.class);

    private final Games games;

    InstanceWishHandler(Games games) {
        this.games = games;
    }

    /// A node that does not host the game knows nothing of its rules, and says so.
    Mono<ServerResponse> handle(ServerRequest request) {
        var game = games.find(Requests.game(request));
        return game.isPresent()
                ? verdict(game.get(), request)
                : Replies.error(HttpStatus.NOT_FOUND, ApiError.unknownGame());
    }

    private Mono<ServerResponse> verdict(GameDefinition game, ServerRequest request) {
        return Requests.body(request, WISH)
                .flatMap(wish -> Mono.fromCompletionStage(() -> games.decide(game, wish)))
                .flatMap(verdict -> Replies.ok(VERDICT, verdict));
    }
}
