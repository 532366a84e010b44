package dev.gatehouse.proxy.connection.web;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.admission.FrameBudget;
import dev.gatehouse.proxy.connection.ConnectionProperties;
import dev.gatehouse.proxy.connection.SendBudget;
import dev.gatehouse.proxy.connection.SendBudget.Advice;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.ssl.SslHandler;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.netty.http.websocket.WebsocketInbound;

/// One client's socket. Frames leave it in the order in which they were given to it, whatever thread
/// that was on; its own event loop does everything else.
final class ClientSocket {

    private static final String DECODER = "wsdecoder";

    // The longest header of a frame, for each of the few small frames that may come before the hello.
    private static final int FRAMING_BYTES = 1024;

    private final WebsocketInbound in;
    private final Channel channel;
    private final Encoding encoding;
    private final ConnectionProperties limits;
    private final InboundGuard guard;
    private final SendBudget budget;
    private final Queue<ByteBuf> held = new ArrayDeque<>();
    private boolean relaying;
    private boolean cut;
    private Consumer<Advice> pressure = _ -> {};

    private ClientSocket(WebsocketInbound in, Channel channel, Encoding encoding, ConnectionProperties limits) {
        this.in = in;
        this.channel = channel;
        this.encoding = encoding;
        this.limits = limits;
        this.guard = new InboundGuard(limits.handshake().maxHelloSize().toBytes() + FRAMING_BYTES);
        this.budget = new SendBudget(
                limits.send().resumeBelow().toBytes(),
                limits.send().pauseAbove().toBytes(),
                limits.send().limit().toBytes());
    }

    /// Takes over a socket that was just upgraded, before anything is read from it.
    ///
    /// @param budget how fast it may send
    static ClientSocket of(
            ClientUpgrade.Session session, Encoding encoding, ConnectionProperties limits, FrameBudget budget) {
        var opened = new ClientSocket[1];
        session.in()
                .withConnection(connection ->
                        opened[0] = new ClientSocket(session.in(), connection.channel(), encoding, limits));
        opened[0].prepare(budget);
        return opened[0];
    }

    // The decoder that comes with the server closes the socket itself when a frame breaks a rule, and does not look
    // at the text in text frames. Both are for us to answer. Extensions are not agreed to: nobody here could bound
    // what a compressed frame grows to.
    private void prepare(FrameBudget budget) {
        var decoding = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(maxFrame())
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .build();
        var pipeline = channel.pipeline();
        pipeline.replace(DECODER, DECODER, new WebSocket13FrameDecoder(decoding));
        pipeline.addBefore(DECODER, "gatehouse.guard", guard);
        pipeline.addAfter(DECODER, "gatehouse.utf8", new Utf8FrameValidator(false));
        pipeline.addAfter(DECODER, "gatehouse.frames", new FrameLimits(limits.maxFragments(), budget));
        pipeline.addAfter(DECODER, "gatehouse.close", new OneClose());
        pipeline.addAfter(DECODER, "gatehouse.pongs", new PongLimit());
    }

    /// Whole messages, one at a time. Fails on a frame that breaks a rule.
    Flux<ClientFrame> frames() {
        return in.aggregateFrames(maxFrame())
                .receiveFrames()
                .filter(frame -> frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame)
                .map(ClientFrame::copyOf);
    }

    boolean isRightKind(ClientFrame frame) {
        return frame.isText() == (encoding == Encoding.JSON);
    }

    /// Sends a frame of the proxy's own.
    void send(ByteString frame) {
        onLoop(() -> write(Unpooled.wrappedBuffer(frame.asReadOnlyByteBuffer())));
    }

    /// Sends a frame of the session's; held back until [#startRelay].
    void relay(ByteBuffer frame) {
        var bytes = channel.alloc().buffer(frame.remaining()).writeBytes(frame);
        onLoop(() -> {
            if (relaying) {
                write(bytes);
            } else if (cut) {
                bytes.release();
            } else {
                held.add(bytes);
            }
        });
    }

    /// Sends the session's first frame, then what was held back.
    ///
    /// @param pressure hears, on the event loop, when too much waits
    void startRelay(ByteString first, Consumer<Advice> pressure) {
        onLoop(() -> {
            guard.trust();
            feel(pressure);
            relaying = true;
            write(Unpooled.wrappedBuffer(first.asReadOnlyByteBuffer()));
            for (var next = held.poll(); next != null; next = held.poll()) {
                write(next);
            }
        });
    }

    /// Sends the session's last frame. What comes of the next session is held back until [#startRelay].
    void endRelay(ByteString last) {
        onLoop(() -> {
            write(Unpooled.wrappedBuffer(last.asReadOnlyByteBuffer()));
            relaying = false;
            pressure = _ -> {};
        });
    }

    /// Goes on with the session over another channel.
    ///
    /// @param pressure hears, on the event loop, when too much waits, which may be now
    void carryOn(Consumer<Advice> pressure) {
        onLoop(() -> feel(pressure));
    }

    private void feel(Consumer<Advice> pressure) {
        this.pressure = pressure;
        if (budget.isPaused()) {
            pressure.accept(Advice.PAUSE);
        }
    }

    boolean isOpen() {
        return channel.isActive();
    }

    /// Sends a close frame, and nothing after it. The client closes the connection in answer, or [#cut] does.
    void close(int code, String reason) {
        onLoop(() ->
                channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(_ -> finishOutput(channel)));
    }

    // Says the end as well as it can be said: of a client that has broken a rule not even the answer to the close
    // frame is understood. To close at once could take from it what it has not read yet.
    private static void finishOutput(Channel channel) {
        if (channel instanceof DuplexChannel duplex && channel.pipeline().get(SslHandler.class) == null) {
            var _ = duplex.shutdownOutput();
        }
    }

    /// Drops the connection, and what still waits.
    void cut() {
        onLoop(() -> {
            cut = true;
            held.forEach(ByteBuf::release);
            held.clear();
            var _ = channel.close();
        });
    }

    private void write(ByteBuf payload) {
        var size = payload.readableBytes();
        WebSocketFrame frame =
                encoding == Encoding.JSON ? new TextWebSocketFrame(payload) : new BinaryWebSocketFrame(payload);
        advise(budget.added(size));
        channel.writeAndFlush(frame).addListener(_ -> advise(budget.sent(size)));
    }

    private void advise(Advice advice) {
        if (advice != Advice.NOTHING) {
            pressure.accept(advice);
        }
    }

    private int maxFrame() {
        return Math.toIntExact(limits.maxInboundSize().toBytes());
    }

    private void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }
}
