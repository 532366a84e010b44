package dev.gatehouse.instance.request.web;

import dev.gatehouse.instance.request.InstanceRequests;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.servercode.InstanceAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes what session-service nodes ask for.
@RestController
class InstanceRequestController {

    /// As many players as an instance may have, and the data of each.
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final JsonCodec<InstanceRequest> REQUEST = JsonCodec.of(InstanceRequest.class);
    private static final JsonCodec<InstanceAnswer> ANSWER = JsonCodec.of(InstanceAnswer.class);

    private final InstanceRequests requests;

    InstanceRequestController(InstanceRequests requests) {
        this.requests = requests;
    }

    @PostMapping(path = "/internal/v1/games/{gameId}/instance-requests", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> answer(HttpServletRequest request, @PathVariable String gameId) throws IOException {
        // A longer body is cut, and then is not JSON any more.
        var body = new String(request.getInputStream().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
        try {
            return ResponseEntity.ok(ANSWER.encode(requests.answer(new GameId(gameId), REQUEST.decode(body))));
        } catch (DecodeException e) {
            return ResponseEntity.badRequest().build();
        }
    }
}
