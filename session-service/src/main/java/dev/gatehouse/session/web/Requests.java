package dev.gatehouse.session.web;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/// Reads requests, strictly: what does not fit is a [MalformedRequestException].
public final class Requests {

    /// The path of everything about one game, under a prefix.
    public static final String GAME = "/games/{gameId}";

    /// The path of everything about one player, under a prefix.
    public static final String PLAYER = GAME + "/players/{playerId}";

    /// @throws MalformedRequestException if the path's id cannot be an id
    public static GameId game(ServerRequest request) {
        try {
            return new GameId(request.pathVariable("gameId"));
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException(String.valueOf(e.getMessage()));
        }
    }

    /// @throws MalformedRequestException if the path's ids cannot be ids
    public static PlayerKey player(ServerRequest request) {
        try {
            return new PlayerKey(
                    new GameId(request.pathVariable("gameId")), new PlayerId(request.pathVariable("playerId")));
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException(String.valueOf(e.getMessage()));
        }
    }

    /// @param codec of an order, or of a message of the contract, whose readers skip what they do not know
    public static <T> Mono<T> body(ServerRequest request, JsonCodec<T> codec) {
        return request.bodyToMono(byte[].class)
                .switchIfEmpty(Mono.error(() -> new MalformedRequestException("body: absent (expected: JSON)")))
                .map(bytes -> decode(bytes, codec));
    }

    private static <T> T decode(byte[] bytes, JsonCodec<T> codec) {
        try {
            return codec.decode(bytes);
        } catch (DecodeException e) {
            throw new MalformedRequestException(String.valueOf(e.getMessage()));
        }
    }

    private Requests() {}
}
