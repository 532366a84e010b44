package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.partner.Caller;
import dev.gatehouse.instance.partner.PartnerRequests;
import dev.gatehouse.instance.partner.web.RequestReader.Read;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.PartnerHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The HTTP form of the link: the same requests and answers, except `link` itself. Good for tools; a server
/// uses the socket.
@RestController
class RpcController {

    /// As UTF-8 no request takes more; one more byte shows that there is more.
    private static final int MAX_BODY_BYTES = 3 * GameServerRequest.MAX_LENGTH + 1;

    private static final JsonCodec<GameServerAnswer> ANSWER = JsonCodec.of(GameServerAnswer.class);

    private final PartnerRequests requests;

    RpcController(PartnerRequests requests) {
        this.requests = requests;
    }

    @PostMapping(path = PartnerHeaders.RPC_PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    String ask(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES);
        return ANSWER.encode(answer(request, new String(body, StandardCharsets.UTF_8)));
    }

    private GameServerAnswer answer(HttpServletRequest request, String body) {
        return switch (RequestReader.read(body)) {
            case Read.Unreadable(var id, var why) -> GameServerAnswer.refused(id, why);
            case Read.Request(var asked) ->
                requests.answer(new Caller(PartnerAuthentication.pairOf(request), null), asked);
        };
    }
}
