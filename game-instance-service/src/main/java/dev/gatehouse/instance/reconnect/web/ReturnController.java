package dev.gatehouse.instance.reconnect.web;

import dev.gatehouse.instance.reconnect.Returns;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.instance.PlayerReturn;
import dev.gatehouse.model.instance.ReturnNews;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers a session-service node to which a player has come with a new session.
@RestController
class ReturnController {

    private static final int MAX_BODY_BYTES = 1024;
    private static final JsonCodec<PlayerReturn> RETURN = JsonCodec.of(PlayerReturn.class);
    private static final JsonCodec<ReturnNews> NEWS = JsonCodec.of(ReturnNews.class);

    private final Returns returns;

    ReturnController(Returns returns) {
        this.returns = returns;
    }

    @PostMapping(
            path = "/internal/v1/games/{gameId}/players/{playerId}/returns",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> of(HttpServletRequest request, @PathVariable String gameId, @PathVariable String playerId)
            throws IOException {
        var player = new PlayerKey(new GameId(gameId), new PlayerId(playerId));
        try {
            var come = RETURN.decode(request.getInputStream().readNBytes(MAX_BODY_BYTES));
            return ResponseEntity.ok(NEWS.encode(new ReturnNews(returns.of(player, come.isBack()))));
        } catch (DecodeException e) {
            return ResponseEntity.badRequest().build();
        }
    }
}
