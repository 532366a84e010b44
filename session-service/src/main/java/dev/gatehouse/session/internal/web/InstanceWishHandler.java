package dev.gatehouse.session.internal.web;

import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
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

    Mono<ServerResponse> handle(ServerRequest request) {
        var game = Requests.game(request);
        return Requests.body(request, WISH)
                .flatMap(wish -> Mono.fromCompletionStage(() -> games.decide(game, wish)))
                .flatMap(verdict -> Replies.ok(VERDICT, verdict));
    }
}
