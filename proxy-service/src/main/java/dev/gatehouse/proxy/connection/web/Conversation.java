package dev.gatehouse.proxy.connection.web;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.proxy.connection.ChannelEvents;
import dev.gatehouse.proxy.connection.Connection;
import dev.gatehouse.proxy.connection.Connection.Step;
import dev.gatehouse.proxy.connection.ConnectionEvent;
import dev.gatehouse.proxy.connection.ConnectionEvent.DrainEnded;
import dev.gatehouse.proxy.connection.ConnectionEvent.DrainStarted;
import dev.gatehouse.proxy.connection.ConnectionEvent.HandshakePassed;
import dev.gatehouse.proxy.connection.ConnectionEvent.HandshakeRefused;
import dev.gatehouse.proxy.connection.ConnectionEvent.HandshakeTimedOut;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReattachRefused;
import dev.gatehouse.proxy.connection.ConnectionEvent.Reattached;
import dev.gatehouse.proxy.connection.ConnectionEvent.Received;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReceivedGarbage;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReceivedTooMuch;
import dev.gatehouse.proxy.connection.ConnectionEvent.SocketClosed;
import dev.gatehouse.proxy.connection.ConnectionState.Closed;
import dev.gatehouse.proxy.connection.Effect;
import dev.gatehouse.proxy.connection.Effect.AskToMove;
import dev.gatehouse.proxy.connection.Effect.CarryOn;
import dev.gatehouse.proxy.connection.Effect.CloseWith;
import dev.gatehouse.proxy.connection.Effect.Detach;
import dev.gatehouse.proxy.connection.Effect.Greet;
import dev.gatehouse.proxy.connection.Effect.LogIn;
import dev.gatehouse.proxy.connection.Effect.Reattach;
import dev.gatehouse.proxy.connection.Effect.ShakeHands;
import dev.gatehouse.proxy.connection.Effect.StartRelay;
import dev.gatehouse.proxy.connection.Effect.Terminate;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.refusal.Verdict.Passed;
import dev.gatehouse.proxy.refusal.Verdict.Refused;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/// Brings the events of one client socket to [Connection] and carries out its effects. Decides nothing.
/// Once the session is open frames do not pass through the core any more: only what ends the connection
/// does.
final class Conversation {

    // A connection has a handful of events besides its frames, most of them once.
    private static final int MAX_EVENTS = 32;
    private static final Duration EMIT_PATIENCE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Conversation.class);
    private static final CloseStatus NO_STATUS = new CloseStatus(CloseStatus.NO_STATUS_CODE.getCode());

    /// What becomes of what the client says.
    private enum Inbound {
        /// It is read here.
        READ,
        /// It is the session's.
        PASS,
        /// It is for a session that is over.
        DROP
    }

    private final Reception shared;
    private final ClientSocket socket;
    private final Encoding encoding;
    private final SocketHandshake handshake;
    private final Mono<CloseStatus> closeStatus;

    private final Sinks.Many<ConnectionEvent> events =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MAX_EVENTS));
    private final Sinks.Empty<Void> gone = Sinks.empty();

    // Written when the handshake ends, read by the socket's thread as well.
    private volatile @Nullable Relay relay;

    // Of the channel that is asked for, or in use.
    private volatile ChannelEvents channel;

    private volatile Inbound inbound = Inbound.READ;

    // Whether the client closed its socket properly, for good.
    private volatile boolean left;

    Conversation(
            Reception shared,
            ClientSocket socket,
            Encoding encoding,
            Optional<String> bearer,
            Mono<CloseStatus> closeStatus) {
        this.shared = shared;
        this.socket = socket;
        this.encoding = encoding;
        this.handshake = new SocketHandshake(shared, encoding, bearer);
        this.closeStatus = closeStatus;
        this.channel = newChannel();
    }

    private ChannelEvents newChannel() {
        return new ChannelEvents(socket::relay, this::tell);
    }

    /// Ends when the socket is closed.
    Mono<Void> run() {
        return Mono.when(received(), decided())
                .doOnError(failure -> log.error("A conversation broke off", failure))
                .doFinally(_ -> finish());
    }

    /// This proxy is about to stop: a client in session goes elsewhere when it is told to, any other at
    /// once.
    void drain(Move move) {
        tell(new DrainStarted(move));
    }

    /// This proxy stops now.
    void endDrain() {
        tell(new DrainEnded());
    }

    // Is read until the socket is closed, also after the last word: a socket that is closed with bytes unread may take
    // the last word with it.
    private Mono<Void> received() {
        return socket.frames()
                .concatMap(this::take, 1)
                .onErrorResume(failure -> Mono.fromRunnable(() -> tell(Broken.rule(failure))))
                .then(closeStatus.defaultIfEmpty(NO_STATUS).onErrorReturn(NO_STATUS))
                .doOnNext(status -> {
                    left = status.getCode() == CloseStatus.NORMAL.getCode();
                    tell(new SocketClosed(left));
                })
                .doFinally(_ -> gone.tryEmitEmpty())
                .then();
    }

    private Mono<Void> decided() {
        return Flux.merge(handshakeTimeout(), events.asFlux())
                .scan(Connection.opened(), (now, event) -> Connection.step(now.state(), event))
                .takeUntil(step -> step.state() instanceof Closed)
                .concatMapIterable(Step::effects)
                .flatMap(this::perform)
                .doOnNext(this::tell)
                .then();
    }

    private Mono<ConnectionEvent> handshakeTimeout() {
        return Mono.delay(shared.limits().handshake().timeout(), shared.timers())
                .map(_ -> new HandshakeTimedOut());
    }

    private Mono<Void> take(ClientFrame frame) {
        if (!socket.isRightKind(frame)) {
            tell(new ReceivedGarbage("The frame is of the wrong kind for the subprotocol."));
            return Mono.empty();
        }
        return switch (inbound) {
            case READ -> Mono.fromRunnable(() -> tell(read(frame)));
            case PASS -> pass(Objects.requireNonNull(relay, "a session that is open"), frame.bytes());
            case DROP -> Mono.empty();
        };
    }

    // Waits for the session's next node where the one it was at is gone, and with it the client is read no further.
    private Mono<Void> pass(Relay way, byte[] frame) {
        return way.channel()
                .send(frame)
                .flatMap(passed -> passed ? Mono.empty() : way.next().flatMap(next -> pass(next, frame)));
    }

    private ConnectionEvent read(ClientFrame frame) {
        if (frame.bytes().length > shared.limits().handshake().maxHelloSize().toBytes()) {
            return new ReceivedTooMuch();
        }
        try {
            return new Received(
                    FrameCodec.of(encoding).decodeClient(frame.bytes()).message());
        } catch (DecodeException e) {
            return new ReceivedGarbage(String.valueOf(e.getMessage()));
        }
    }

    private Mono<ConnectionEvent> perform(Effect effect) {
        return switch (effect) {
            case Greet _ -> Mono.fromRunnable(() -> send(shared.greeting().hello()));
            case ShakeHands(Hello first) -> shakeHands(first);
            case LogIn(String token, var frame) -> logIn(token, frame);
            case StartRelay(Opened session) -> Mono.fromRunnable(() -> startRelay(session));
            case Reattach _ -> reattach();
            case AskToMove(Move move) -> Mono.fromRunnable(() -> send(move));
            case CarryOn _ -> Mono.fromRunnable(this::carryOn);
            case Terminate(Refusal why, int closeCode) ->
                Mono.<ConnectionEvent>fromRunnable(() -> terminate(why, closeCode))
                        .then(cutIfItLingers());
            case CloseWith(var frame, var why) ->
                Mono.<ConnectionEvent>fromRunnable(() -> closeWith(frame, why)).then(cutIfItLingers());
            case Detach(boolean intended) -> Mono.fromRunnable(() -> detach(intended));
        };
    }

    // Is not cancelled when the socket closes meanwhile: an answer that nobody sees would leave its channel open.
    private Mono<ConnectionEvent> shakeHands(Hello first) {
        return handshake.shake(first, channel).map(verdict -> eventOf(verdict, first.resume() != null));
    }

    private Mono<ConnectionEvent> logIn(String token, ByteString frame) {
        var before = Objects.requireNonNull(relay, "a session that was open");
        inbound = Inbound.DROP;
        before.stop();
        before.endWithoutNext();
        socket.endRelay(frame);
        channel = newChannel();
        return handshake.logIn(token, channel).map(verdict -> eventOf(verdict, false));
    }

    private ConnectionEvent eventOf(Verdict<Opened> verdict, boolean resumed) {
        return switch (verdict) {
            case Passed<Opened>(Opened session) -> {
                relay = new Relay(session.channel(), shared, this::tell);
                shared.meters().sessionOpened(resumed);
                yield new HandshakePassed(session);
            }
            case Refused<Opened>(Refusal refusal) -> new HandshakeRefused(refusal);
        };
    }

    private void startRelay(Opened session) {
        var open = relay;
        if (open != null) {
            inbound = Inbound.PASS;
            socket.startRelay(session.frame(), open::feelPressure);
            channel.use();
        }
    }

    private Mono<ConnectionEvent> reattach() {
        var before = Objects.requireNonNull(relay, "a session that was open");
        before.stop();
        channel = newChannel();
        return shared.reattachment()
                .attach(before.channel().attach(), channel, socket::isOpen)
                .map(verdict -> reattached(before, verdict));
    }

    private ConnectionEvent reattached(Relay before, Verdict<Opened> verdict) {
        shared.meters().reattached(verdict instanceof Passed);
        return switch (verdict) {
            case Passed<Opened>(Opened session) -> {
                var next = new Relay(session.channel(), shared, this::tell);
                relay = next;
                before.goOnWith(next);
                yield new Reattached(session);
            }
            case Refused<Opened>(Refusal refusal) -> new ReattachRefused(refusal);
        };
    }

    private void carryOn() {
        var open = relay;
        if (open != null) {
            socket.carryOn(open::feelPressure);
            channel.use();
        }
    }

    private void terminate(Refusal why, int closeCode) {
        log.debug("Terminated with {}: {}", why.error(), why.message());
        send(why.terminate());
        close(why.error(), closeCode);
    }

    private void closeWith(ByteString frame, ConnectionError why) {
        if (!frame.isEmpty()) {
            socket.send(frame);
        }
        close(why, why.closeCode());
    }

    private void close(ConnectionError why, int closeCode) {
        var open = relay;
        if (open != null) {
            open.endWithoutNext();
        }
        shared.meters().closed(why, inbound == Inbound.PASS);
        socket.close(closeCode, why.closeReason());
    }

    private void detach(boolean intended) {
        var open = relay;
        if (open != null) {
            open.channel().detach(intended);
        }
    }

    // A client may ignore the close frame, or never get to it.
    private Mono<ConnectionEvent> cutIfItLingers() {
        return Mono.delay(shared.limits().closeGrace(), shared.timers())
                .takeUntilOther(gone.asMono())
                .doOnNext(_ -> socket.cut())
                .then(Mono.empty());
    }

    private void finish() {
        handshake.socketGone();
        var open = relay;
        if (open != null) {
            open.stop();
            open.channel().detach(left);
        }
        socket.cut();
    }

    private void send(ServerMessage message) {
        socket.send(FrameCodec.of(encoding).encode(new ServerFrame(null, null, message)));
    }

    // Whoever brings an event has others to bring, to other conversations.
    private void tell(ConnectionEvent event) {
        try {
            events.emitNext(event, EmitFailureHandler.busyLooping(EMIT_PATIENCE));
        } catch (RuntimeException e) {
            log.error(
                    "A conversation cannot take {}, its socket is cut",
                    event.getClass().getSimpleName(),
                    e);
            socket.cut();
        }
    }
}
