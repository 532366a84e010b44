package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The service at the other end, as far as sockets go: answers on the calling thread, or not at all.
final class FakeService implements ServerLink.Opener {

    private static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);
    private static final JsonCodec<GameServerAnswer> ANSWER = JsonCodec.of(GameServerAnswer.class);
    private static final JsonCodec<GameServerNotice> NOTICE = JsonCodec.of(GameServerNotice.class);

    final List<GameServerRequest> asked = new ArrayList<>();
    final List<String> tokens = new ArrayList<>(); // Those that each socket was opened with.
    LinkedInstance instance;
    boolean isAway;

    @Nullable
    PartnerError refusesLinks;

    @Nullable
    PartnerError refusesKeepAlives;

    private @Nullable Wire wire;

    FakeService(LinkedInstance instance) {
        this.instance = instance;
    }

    @Override
    public void open(GameServerConfiguration configuration, PartnerSocket socket) {
        tokens.add(configuration.gameToken());
        if (isAway) {
            throw new GameServerException(GameServerException.UNREACHABLE, "nobody is there", true);
        }
        wire = new Wire(socket);
        socket.onOpen(wire);
    }

    void tell(GameServerNotice notice) {
        if (wire != null) {
            wire.hears(NOTICE.encode(notice));
        }
    }

    /// The socket breaks.
    void drop() {
        if (wire != null) {
            wire.ear.onClose(wire, 1006, "");
        }
    }

    private GameServerAnswer answer(GameServerRequest request) {
        var why = request instanceof Link ? refusesLinks : request instanceof KeepAlive ? refusesKeepAlives : null;
        if (why != null) {
            return GameServerAnswer.refused(request.id(), why);
        }
        return request instanceof Link
                ? GameServerAnswer.done(
                        request.id(),
                        new JsonText(JsonCodec.of(LinkedInstance.class).encode(instance)))
                : GameServerAnswer.done(request.id());
    }

    private final class Wire implements WebSocket {

        private final Listener ear;

        private Wire(Listener ear) {
            this.ear = ear;
        }

        private void hears(String text) {
            ear.onText(this, text, true);
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            try {
                var request = REQUEST.decode(data.toString());
                asked.add(request);
                hears(ANSWER.encode(answer(request)));
                return CompletableFuture.completedFuture(this);
            } catch (DecodeException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            throw new AssertionError("the link is text");
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            throw new AssertionError("the link has its own keep-alive");
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            throw new AssertionError("the link has its own keep-alive");
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public void request(long n) {
            // It says what it says.
        }

        @Override
        public String getSubprotocol() {
            return "";
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {
            // Nothing is held.
        }
    }
}
