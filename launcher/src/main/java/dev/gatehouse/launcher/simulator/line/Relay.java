package dev.gatehouse.launcher.simulator.line;

import dev.gatehouse.launcher.simulator.line.LinkEvent.Answered;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Asked;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Closed;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Opened;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Told;
import dev.gatehouse.launcher.simulator.line.LinkEvent.TurnedAway;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One connection of a game server: a link, whose messages are looked into, or one request over
/// HTTP.
final class Relay {

    private static final int HEAD_WITHIN_MILLIS = 10_000;
    private static final int OPEN = 101;
    private static final int UNAUTHORIZED = 401;
    private static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);
    private static final JsonCodec<GameServerAnswer> ANSWER = JsonCodec.of(GameServerAnswer.class);
    private static final JsonCodec<Failure> FAILURE = JsonCodec.of(Failure.class);
    private static final JsonCodec<GameServerNotice> NOTICE = JsonCodec.of(GameServerNotice.class);

    private final LinkLine line;
    private final Socket near;
    private final Socket far;
    private final OutputStream toServer;
    private final OutputStream toService;

    /// @param near the game server's end
    /// @param far the service's end
    Relay(LinkLine line, Socket near, Socket far) throws IOException {
        this.line = line;
        this.near = near;
        this.far = far;
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        toServer = near.getOutputStream();
        toService = far.getOutputStream();
    }

    /// Returns when it is over.
    void run() throws IOException {
        var fromServer = new BufferedInputStream(near.getInputStream());
        var fromService = new BufferedInputStream(far.getInputStream());
        near.setSoTimeout(HEAD_WITHIN_MILLIS);
        var head = HttpHead.read(fromServer);
        near.setSoTimeout(0);
        var pair = TokenPair.of(head);
        var instance = pair.instance();
        if (head.isUpgrade(PartnerHeaders.LINK_PATH) && instance.isPresent()) {
            link(instance.get(), pair, head, fromServer, fromService);
        } else if (head.value("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent()) {
            head.write(toService);
            pass(fromServer, fromService);
        } else {
            // Without a connection that is kept, the next request comes by the front door as well.
            head.without(Set.of("Connection", "Upgrade", "HTTP2-Settings"))
                    .with("Connection", "close")
                    .write(toService);
            pass(fromServer, fromService);
        }
    }

    private void pass(InputStream fromServer, InputStream fromService) throws IOException {
        Thread.ofVirtual().name("line-up").start(() -> {
            try {
                fromServer.transferTo(toService);
            } catch (IOException _) {
                // The answer has come, or never will.
            }
        });
        fromService.transferTo(toServer);
    }

    private void link(
            InstanceId instance, TokenPair pair, HttpHead head, InputStream fromServer, InputStream fromService)
            throws IOException {
        if (line.isRefused(instance)) {
            line.saw(new TurnedAway(instance));
            tear();
            return;
        }
        if (line.link(instance).isForbidden()) {
            line.saw(new Opened(instance, pair, UNAUTHORIZED));
            forbid();
            return;
        }
        // So that every message can be read here.
        head.without(Set.of("Sec-WebSocket-Extensions")).write(toService);
        var answer = HttpHead.read(fromService);
        if (answer.status() == OPEN) {
            line.link(instance).opened(this, pair);
        }
        line.saw(new Opened(instance, pair, answer.status()));
        answer.write(toServer);
        if (answer.status() != OPEN) {
            fromService.transferTo(toServer);
            return;
        }
        Thread.ofVirtual().name("line-up").start(() -> carryUp(instance, new MessageReader(fromServer)));
        try {
            carryDown(instance, new MessageReader(fromService));
        } finally {
            line.link(instance).closed(this);
            line.saw(new Closed(instance));
        }
    }

    private void forbid() throws IOException {
        byte[] body = FAILURE.encodeToUtf8(Failure.of(PartnerError.TOKEN_REVOKED));
        new HttpHead("HTTP/1.1 401 Unauthorized", List.of())
                .with("Content-Type", "application/json")
                .with("Content-Length", Integer.toString(body.length))
                .with("Connection", "close")
                .write(toServer);
        toServer.write(body);
        toServer.flush();
    }

    private void carryUp(InstanceId instance, MessageReader messages) {
        try (near;
                far) {
            while (true) {
                var message = messages.next();
                if (!message.isText() || !isAnsweredHere(instance, message.text())) {
                    message.write(toService, true);
                }
            }
        } catch (IOException _) {
            // The server has closed its link, or it was cut: the service hears it as well.
        }
    }

    private void carryDown(InstanceId instance, MessageReader messages) throws IOException {
        while (true) {
            var message = messages.next();
            if (!message.isText()) {
                send(message);
                continue;
            }
            var said = read(instance, message.text());
            if (said instanceof Answered(var _, var answer)
                    && line.link(instance).loses(answer.id())) {
                tear();
                return;
            }
            if (said instanceof Told(var _, Refresh next)) {
                line.link(instance).refreshed(next);
            }
            send(line.link(instance).isNewer() ? newer(message) : message);
            if (said != null) {
                line.saw(said);
            }
        }
    }

    private static Message newer(Message message) {
        return Message.text(message.text().replaceFirst("\\{", "{\"ofTomorrow\":{\"is\":[1]},"));
    }

    private boolean isAnsweredHere(InstanceId instance, String text) throws IOException {
        GameServerRequest request;
        try {
            request = REQUEST.decode(text);
        } catch (DecodeException _) {
            return false; // The service says what is wrong with it.
        }
        // Before it is seen: whoever has seen it may have other requests refused.
        var refusal = line.link(instance).asked(request);
        line.saw(new Asked(instance, request));
        if (refusal.isPresent()) {
            var answer = GameServerAnswer.refused(request.id(), refusal.get());
            send(Message.text(ANSWER.encode(answer)));
            line.saw(new Answered(instance, answer));
        }
        return refusal.isPresent();
    }

    private static @Nullable LinkEvent read(InstanceId instance, String text) {
        try {
            var answer = ANSWER.decode(text);
            return answer.ok() || answer.error() != null
                    ? new Answered(instance, answer)
                    : new Told(instance, NOTICE.decode(text));
        } catch (DecodeException _) {
            return null; // Newer than this.
        }
    }

    void tell(String text) {
        try {
            send(Message.text(text));
        } catch (IOException _) {
            // It has gone.
        }
    }

    private void send(Message message) throws IOException {
        synchronized (toServer) {
            message.write(toServer, false);
        }
    }

    /// Ends it without a word to either end.
    void tear() {
        tear(near);
        tear(far);
    }

    private static void tear(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // It ended by itself a moment ago.
        }
    }
}
