package dev.gatehouse.proxy.scene;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.LinkFrame;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.NodeMessage.Attached;
import dev.gatehouse.model.link.NodeMessage.Close;
import dev.gatehouse.model.link.NodeMessage.Decided;
import dev.gatehouse.model.link.NodeMessage.Ended;
import dev.gatehouse.model.link.NodeMessage.Kept;
import dev.gatehouse.model.link.NodeMessage.LoggedIn;
import dev.gatehouse.model.link.NodeMessage.VerifyToken;
import dev.gatehouse.model.link.ProxyMessage;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.link.ProxyMessage.Decide;
import dev.gatehouse.model.link.ProxyMessage.Detach;
import dev.gatehouse.model.link.ProxyMessage.End;
import dev.gatehouse.model.link.ProxyMessage.Held;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage.Limits;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.netty.resources.LoopResources;

/// A session-service node as a proxy sees it: speaks the link over a real WebSocket, opens every session
/// it is asked for unless told otherwise, sends every frame back that it is sent, and keeps the newest
/// of a device's sessions.
public final class FakeNode implements AutoCloseable {

    /// What proxies said, in order: `attach alice`, `detach true`, `pause`, ...
    public final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /// The `Authorization` headers that links were opened with.
    public final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();

    private final Map<SessionId, Integer> channels = new ConcurrentHashMap<>();
    private final Map<Integer, Attach> sessions = new ConcurrentHashMap<>();

    /// Its own: those of Reactor Netty end with the context of the proxy under test, and a server that is closed after
    /// them waits for ever.
    private final LoopResources loops = LoopResources.create("node", 1, true);

    private final DisposableServer server;
    private volatile BiFunction<Integer, Attach, NodeMessage> answer = (_, attach) -> started(attach);
    private volatile CompletionStage<?> moment = CompletableFuture.completedStage(null);
    private volatile @Nullable Channel link;

    public FakeNode() {
        server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.ws(
                        "/link",
                        this::serve,
                        WebsocketServerSpec.builder()
                                .maxFramePayloadLength(8 << 20)
                                .build()))
                .bindNow(Duration.ofSeconds(10));
    }

    public String linkUrl() {
        return "ws://127.0.0.1:" + server.port() + "/link";
    }

    /// Answers the attaches from now on in this way.
    public void answers(BiFunction<Integer, Attach, NodeMessage> answer) {
        this.answer = answer;
    }

    /// Answers no attach before that.
    public void answersAfter(CompletionStage<?> moment) {
        this.moment = moment;
    }

    /// The sessions that were attached here.
    public List<SessionId> sessions() {
        return List.copyOf(channels.keySet());
    }

    /// Sends a frame to the client of a session.
    public void send(SessionId session, byte[] frame) {
        write(channelOf(session), Kind.BYTES, Unpooled.wrappedBuffer(frame));
    }

    /// Asks about a token that the client of a session has shown.
    public void verify(SessionId session, String token) {
        say(channelOf(session), new VerifyToken(token));
    }

    /// Ends an unauthenticated session, whose client has logged in.
    public void logIn(SessionId session, String token, String lastFrame) {
        say(channelOf(session), new LoggedIn(token, ByteString.copyFromUtf8(lastFrame)));
    }

    /// Ends a session, with any code and without a word to its client.
    public void end(SessionId session, int code) {
        say(channelOf(session), new Close(code, ByteString.EMPTY));
    }

    /// Asks for nothing more from the client of a session.
    public void hold(SessionId session) {
        say(channelOf(session), new NodeMessage.Hold());
    }

    /// Lets another node go on with a session.
    public void giveBack(SessionId session) {
        say(channelOf(session), new NodeMessage.GivenBack());
    }

    /// Dies: the link breaks, and cannot be opened again.
    public void die() {
        server.disposeNow(Duration.ofSeconds(10));
        dropLink();
    }

    /// Breaks the link.
    public void dropLink() {
        var open = link;
        if (open != null) {
            open.close().syncUninterruptibly();
        }
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(10));
        loops.dispose();
    }

    private Publisher<Void> serve(WebsocketInbound in, WebsocketOutbound out) {
        authorizations.add(String.valueOf(in.headers().get("Authorization")));
        out.withConnection(connection -> link = connection.channel());
        return in.aggregateFrames(8 << 20)
                .receiveFrames()
                .ofType(BinaryWebSocketFrame.class)
                .doOnNext(frame -> receive(frame.content()))
                .then();
    }

    private void receive(ByteBuf frame) {
        var channel = frame.readInt();
        switch (Kind.of(frame.readByte())) {
            case BYTES -> {
                heard.add("bytes " + frame.toString(StandardCharsets.UTF_8));
                write(channel, Kind.BYTES, Unpooled.copiedBuffer(frame));
            }
            case CONTROL -> control(channel, decode(frame));
            case PAUSE -> heard.add("pause");
            case RESUME -> heard.add("resume");
        }
    }

    private void control(int channel, ProxyMessage message) {
        switch (message) {
            case Attach attach -> {
                heard.add((attach.continues() ? "carry on " : "attach ")
                        + attach.player().playerId());
                channels.put(attach.sessionId(), channel);
                sessions.put(channel, attach);
                moment.thenAccept(_ -> say(channel, answer.apply(channel, attach)));
            }
            case Held _ -> heard.add("held");
            case Detach(boolean intended) -> heard.add("detach " + intended);
            case TokenVerified(var verdict, var _) -> heard.add("token " + verdict);
            case Decide decide -> {
                heard.add("decide " + decide.all().size());
                var newest = new Kept(List.of(decide.current().sessionId()));
                say(LinkFrame.LINK_CHANNEL, new Decided(decide.request(), newest));
            }
            case End end -> {
                heard.add("end " + end.code());
                say(LinkFrame.LINK_CHANNEL, new Ended(end.request(), end(end)));
            }
        }
    }

    private boolean end(End end) {
        var channel = channels.remove(end.sessionId());
        if (channel == null) {
            return false;
        }
        var error = ConnectionError.of(end.code()).orElseThrow();
        var encoding = Objects.requireNonNull(sessions.get(channel)).encoding();
        var frame = FrameCodec.of(encoding).encode(new ServerFrame(null, null, error.terminate()));
        say(channel, new Close(end.code(), frame));
        return true;
    }

    /// What a node says that opens a session, or goes on with one.
    public static NodeMessage started(Attach attach) {
        if (attach.continues()) {
            return new Attached(ByteString.EMPTY);
        }
        var started = new SessionStarted(
                attach.sessionId(),
                "resume-secret",
                1,
                attach.player().playerId(),
                attach.player().gameId(),
                0,
                25_000,
                60_000,
                new Limits(5 << 20, 1 << 20),
                null);
        return new Attached(FrameCodec.of(attach.encoding()).encode(new ServerFrame(null, null, started)));
    }

    private int channelOf(SessionId session) {
        return Objects.requireNonNull(channels.get(session));
    }

    private void say(int channel, NodeMessage message) {
        write(
                channel,
                Kind.CONTROL,
                Unpooled.wrappedBuffer(LinkCodec.encode(message).asReadOnlyByteBuffer()));
    }

    private void write(int channel, Kind kind, ByteBuf payload) {
        var header = Unpooled.buffer(LinkFrame.HEADER_BYTES).writeInt(channel).writeByte(kind.number());
        var open = link;
        if (open != null) {
            var _ = open.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(header, payload)));
        }
    }

    private static ProxyMessage decode(ByteBuf payload) {
        try {
            return LinkCodec.decodeProxyMessage(ByteString.copyFrom(payload.nioBuffer()));
        } catch (DecodeException e) {
            throw new IllegalStateException(e);
        }
    }
}
