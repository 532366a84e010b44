package dev.gatehouse.simulation.proxy;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.proxy.connection.ChannelEvents;
import dev.gatehouse.proxy.connection.Connection;
import dev.gatehouse.proxy.connection.ConnectionEvent;
import dev.gatehouse.proxy.connection.ConnectionState;
import dev.gatehouse.proxy.connection.ConnectionState.Closed;
import dev.gatehouse.proxy.connection.Effect;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.LinkChannel;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.network.Cable;
import dev.gatehouse.simulation.network.ClientTraffic;
import dev.gatehouse.simulation.network.ClientTraffic.Close;
import dev.gatehouse.simulation.network.ClientTraffic.Frame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One client's socket at a proxy: brings its events to [Connection] and carries out the effects, as
/// `Conversation` does. Looks into no frame once the session is open.
final class ClientPipe implements Cable.End<ClientTraffic> {

    private final ProxyLife proxy;
    private final Encoding encoding;
    private final FrameCodec codec;
    private @Nullable Cable<ClientTraffic, ClientTraffic> cable;
    private ConnectionState state = Connection.opened().state();
    private @Nullable LinkChannel channel;
    private ChannelEvents events = new ChannelEvents(this::bytes, this::tell);
    private boolean relaying;
    private boolean socketOpen = true;

    /// What the client has sent while its session has no node.
    private final Queue<byte[]> waiting = new ArrayDeque<>();

    /// What the node has sent before the session's first frame was passed on.
    private final Queue<ByteString> early = new ArrayDeque<>();

    ClientPipe(ProxyLife proxy, Encoding encoding) {
        this.proxy = proxy;
        this.encoding = encoding;
        this.codec = FrameCodec.of(encoding);
    }

    void on(Cable<ClientTraffic, ClientTraffic> opened) {
        cable = opened;
        proxy.life().soon(() -> {
            say(new ClientTraffic.Opened());
            Connection.opened().effects().forEach(this::perform);
        });
        proxy.life().in(Settings.HANDSHAKE, () -> tell(new ConnectionEvent.HandshakeTimedOut()));
    }

    @Override
    public void heard(ClientTraffic message) {
        switch (message) {
            case Frame(var bytes) -> received(bytes.toByteArray());
            case Close(int code) -> closed(code == 1000);
            case ClientTraffic.Opened _ -> {}
        }
    }

    private void received(byte[] frame) {
        proxy.world().history().note(() -> proxy.id() + " <- " + shown(frame));
        if (relaying) {
            waiting.add(frame);
            pass();
            return;
        }
        try {
            tell(new ConnectionEvent.Received(codec.decodeClient(frame).message()));
        } catch (DecodeException e) {
            proxy.world().history().violated(Promise.NO_MISTAKES, "a client sent: " + e.getMessage());
        }
    }

    private String shown(byte[] frame) {
        try {
            var read = codec.decodeClient(frame);
            return "%s ack %s %s".formatted(read.seq(), read.ack(), read.message());
        } catch (DecodeException e) {
            return e.toString();
        }
    }

    private void pass() {
        var way = channel;
        while (way != null
                && !waiting.isEmpty()
                && Boolean.TRUE.equals(way.send(waiting.peek()).block())) {
            waiting.remove();
        }
    }

    @Override
    public void closed(boolean inOrder) {
        if (socketOpen) {
            socketOpen = false;
            tell(new ConnectionEvent.SocketClosed(inOrder));
            proxy.left(this);
        }
    }

    void drain(Move move) {
        tell(new ConnectionEvent.DrainStarted(move));
    }

    void endDrain() {
        tell(new ConnectionEvent.DrainEnded());
    }

    void feelPressure(Duration length) {
        var open = channel;
        if (open != null && relaying) {
            open.pause();
            proxy.life().in(length, open::resume);
        }
    }

    private ChannelEvents newChannel() {
        events = new ChannelEvents(this::bytes, this::tell);
        return events;
    }

    private void bytes(ByteBuffer frame) {
        var bytes = ByteString.copyFrom(frame);
        if (relaying) {
            send(bytes);
        } else {
            early.add(bytes);
        }
    }

    /// Events come one after the other, on the proxy's own time.
    private void tell(ConnectionEvent event) {
        proxy.life().soon(() -> {
            if (!(state instanceof Closed)) {
                var step = Connection.step(state, event);
                state = step.state();
                step.effects().forEach(this::perform);
            }
        });
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Greet _ -> send(greeting());
            case Effect.ShakeHands(Hello hello) -> shakeHands(hello);
            case Effect.StartRelay(Opened session) -> {
                relaying = true;
                send(session.frame());
                early.forEach(this::send);
                early.clear();
                events.use();
            }
            // Every client comes with its token.
            case Effect.LogIn _ -> throw new IllegalStateException("nobody is unauthenticated");
            case Effect.Reattach _ -> reattach();
            case Effect.CarryOn _ -> events.use();
            case Effect.AskToMove(Move move) -> send(move);
            case Effect.Terminate(Refusal why, int closeCode) -> {
                send(why.terminate());
                close(closeCode);
            }
            case Effect.CloseWith(var frame, var why) -> {
                if (!frame.isEmpty()) {
                    send(frame);
                }
                close(why.closeCode());
            }
            case Effect.Detach(boolean intended) -> {
                if (channel != null) {
                    channel.detach(intended);
                }
            }
        }
    }

    private static ServerMessage greeting() {
        return new ServerMessage.ServerHello(
                "gatehouse",
                "simulation",
                new ServerMessage.ProtocolRange(1, 1),
                0,
                Settings.HANDSHAKE.toMillis(),
                new Maintenance(ServerMessage.MaintenanceState.NOT_SCHEDULED, null, null));
    }

    /// The token names the player; everything else that a handshake checks is good.
    private void shakeHands(Hello hello) {
        var player = new PlayerKey(hello.gameId(), new PlayerId(Objects.requireNonNull(hello.token())));
        var resume = hello.resume();
        var session = resume == null ? newSession() : resume.sessionId();
        var attach = new Attach(player, session, null, encoding, hello.client(), resume, null)
                .beside(resume == null ? proxy.world().devices().enter(player, session) : List.of());
        proxy.router()
                .attach(attach, newChannel())
                .onErrorReturn(Verdict.refused(Refusal.notReady("The servers cannot take this session now.")))
                .subscribe(verdict -> tell(
                        switch (verdict) {
                            case Verdict.Passed<Opened>(var opened) -> {
                                channel = opened.channel();
                                left(opened.channel());
                                yield new ConnectionEvent.HandshakePassed(opened);
                            }
                            case Verdict.Refused<Opened>(var refusal) -> new ConnectionEvent.HandshakeRefused(refusal);
                        }));
    }

    private SessionId newSession() {
        var bytes = new byte[16];
        proxy.world().chance().nextBytes(bytes);
        return new SessionId(HexFormat.of().formatHex(bytes));
    }

    private void reattach() {
        var before = Objects.requireNonNull(channel, "a session that was open");
        proxy.reattachment()
                .attach(before.attach(), newChannel(), () -> socketOpen)
                .subscribe(verdict -> tell(
                        switch (verdict) {
                            case Verdict.Passed<Opened>(var opened) -> {
                                channel = opened.channel();
                                left(opened.channel());
                                pass();
                                yield new ConnectionEvent.Reattached(opened);
                            }
                            case Verdict.Refused<Opened>(var refusal) -> new ConnectionEvent.ReattachRefused(refusal);
                        }));
    }

    /// A client that is gone already has nobody to tell of it later.
    private void left(LinkChannel opened) {
        if (!socketOpen || state instanceof Closed) {
            opened.detach(false);
        }
    }

    private void send(ServerMessage message) {
        send(codec.encode(new ServerFrame(null, null, message)));
    }

    private void send(ByteString frame) {
        if (socketOpen) {
            say(new Frame(frame));
        }
    }

    private void close(int code) {
        say(new Close(code));
        if (cable != null) {
            cable.closeSecond();
        }
        socketOpen = false;
        proxy.left(this);
        if (channel != null) {
            channel.detach(false);
        }
    }

    private void say(ClientTraffic message) {
        Objects.requireNonNull(cable).toFirst(message);
    }
}
