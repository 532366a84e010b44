package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.device.DeviceStorageException;
import dev.gatehouse.client.device.Reachability;
import dev.gatehouse.client.recovery.Diagnosis;
import dev.gatehouse.client.recovery.Stage;
import dev.gatehouse.client.recovery.Trouble;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.protocol.DesyncDetails;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One socket, from opening it to the session on it, and how far it has got. Nothing of a forgotten
/// attempt is heard, so it cannot win against a newer one. Guarded by the core's lock.
final class Attempt implements SocketListener {

    /// A transport that has not even said that opening took too long by this much later is stuck.
    private static final Duration WATCHDOG_GRACE = Duration.ofSeconds(5);

    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    private final ClientCore<?> core;
    private final ClientSettings settings;
    private final Socket socket;
    private final Alarm silence;
    private final Alarm budget;
    private Stage stage = Stage.SILENT;
    private @Nullable Reachability network;
    private @Nullable Credentials credentials;
    private boolean isOpen;
    private boolean hasSaidHello;
    private boolean isOver;

    /// To be followed by [#begin].
    Attempt(ClientCore<?> core, ClientSettings settings) {
        this.core = core;
        this.settings = settings;
        this.silence = core.alarm();
        this.budget = core.alarm();
        var request = new SocketRequest(
                settings.connectUrl(), settings.encoding(), settings.timing().connectWithin(), MAX_MESSAGE_BYTES);
        this.socket = core.world().transport().open(request, this);
    }

    void begin() {
        var timing = settings.timing();
        silence.in(
                timing.connectWithin().plus(WATCHDOG_GRACE),
                () -> fail(Trouble.of(diagnosis().hung())));
        budget.in(timing.connectWithin().plus(timing.handshakeWithin()), this::outOfTime);
        ask(core.world().probe()::ask, (answer, _) -> network = answer);
        ask(settings.credentials()::fresh, this::take);
    }

    private interface Taker<T> {
        void take(@Nullable T value, @Nullable Throwable failure);
    }

    /// Asks the game something, on its own thread, and takes the answer under the lock.
    private <T> void ask(Supplier<CompletionStage<T>> question, Taker<T> taker) {
        core.tell(() -> {
            CompletionStage<T> answer;
            try {
                answer = question.get();
            } catch (Throwable e) {
                GameFailure.rethrowIfFatal(e);
                answer = CompletableFuture.failedStage(e);
            }
            var _ = answer.whenComplete((value, failure) -> heard(() -> taker.take(value, failure)));
        });
    }

    private void take(@Nullable Credentials given, @Nullable Throwable failure) {
        if (given != null) {
            credentials = given;
            greet();
            return;
        }
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        fail(
                switch (cause) {
                    case IOException _ -> Trouble.of(diagnosis().closed(), "No credentials could be fetched.");
                    case DeviceStorageException _ -> Trouble.of(ConnectionError.DEVICE_STORAGE_WRITE_ERROR);
                    case null, default ->
                        Trouble.of(ConnectionError.CLIENT_SIDE_CONNECTION_ERROR, "There are no credentials.");
                });
    }

    /// Says hello without waiting for the server's: one round trip less.
    private void greet() {
        if (isOpen && credentials != null && !hasSaidHello) {
            hasSaidHello = true;
            socket.send(core.hello(credentials));
        }
    }

    private void outOfTime() {
        fail(Trouble.of(
                credentials == null
                        ? ConnectionError.RESETUP_WATCHDOG_EXCEEDED
                        : diagnosis().late()));
    }

    /// A server that waits for our hello owes nothing.
    private void silent() {
        if (credentials != null || stage == Stage.SILENT) {
            fail(Trouble.of(diagnosis().silence()));
        }
    }

    private void fail(Trouble trouble) {
        core.lost(this, trouble);
    }

    private Diagnosis diagnosis() {
        return new Diagnosis(stage, core.line().goesOn(), network);
    }

    void send(ByteString frame) {
        socket.send(frame);
    }

    boolean hasSaidHello() {
        return hasSaidHello;
    }

    /// The session is on this socket.
    void inSession() {
        stage = Stage.IN_SESSION;
        silence.stop();
        budget.stop();
    }

    /// Closes it, after what was sent. Nothing of this socket is heard any more.
    void close() {
        forget();
        socket.close(1000, "");
    }

    /// Cuts it. Nothing of this socket is heard any more.
    void drop() {
        forget();
        socket.drop();
    }

    private void forget() {
        isOver = true;
        silence.stop();
        budget.stop();
    }

    @Override
    public void opened() {
        heard(() -> {
            isOpen = true;
            silence.in(settings.timing().handshakeWithin(), this::silent);
            greet();
        });
    }

    @Override
    public void received(byte[] frame) {
        heard(() -> {
            try {
                var trouble = take(core.codec().decodeServer(frame));
                if (trouble != null) {
                    fail(trouble);
                }
            } catch (DecodeException e) {
                fail(Trouble.of(diagnosis().unreadable(), "The server sent: " + e.getMessage()));
            }
        });
    }

    @Override
    public void lost(SocketLoss loss) {
        heard(() -> fail(Trouble.of(loss, diagnosis())));
    }

    private void heard(Runnable what) {
        synchronized (core) {
            if (!isOver) {
                GameFailure.attempt(what, e -> core.failed(e, ConnectionError.UNHANDLED));
            }
        }
    }

    private @Nullable Trouble take(ServerFrame frame) throws DecodeException {
        if (stage == Stage.IN_SESSION) {
            return takeInSession(frame);
        }
        boolean mayComeFirst =
                frame.message() instanceof ServerMessage.ServerHello || frame.message() instanceof Terminate;
        if (stage == Stage.SILENT && !mayComeFirst) {
            return Trouble.of(ConnectionError.PROTOCOL_ERROR_MISSING_SERVER_HELLO);
        }
        return switch (frame.message()) {
            case ServerMessage.ServerHello hello -> greeted(hello);
            case SessionStarted started -> core.start(this, started);
            case SessionResumed resumed -> core.resume(this, resumed);
            case Terminate terminate -> Trouble.of(terminate);
            case ServerMessage.Acknowledge _,
                    ServerMessage.Ping _,
                    ServerMessage.Pong _,
                    ServerMessage.Rewind _,
                    ServerMessage.Move _,
                    ServerMessage.MaintenanceChanged _,
                    ServerMessage.Numbered _ -> ClientCore.outOfTurn();
        };
    }

    private Trouble ended(Terminate terminate) {
        var trouble = Trouble.of(terminate);
        if (trouble.is(ConnectionError.PLAYER_CHECKSUM_MISMATCH)) {
            // The server came to another model: it hears what ours is, before the socket closes.
            var flush = DesyncDetails.of(terminate.details()).flush();
            core.line().running().played().ifPresent(play -> core.line().say(play.report(flush)));
        }
        return trouble;
    }

    private @Nullable Trouble takeInSession(ServerFrame frame) throws DecodeException {
        if (frame.message() instanceof Terminate terminate) {
            return ended(terminate);
        }
        if (core.line().isLoggingIn() && frame.message() instanceof SessionStarted started) {
            return core.start(this, started);
        }
        var trouble = core.line().take(frame);
        if (core.line().isLoggingIn()) {
            // A server that has taken a login owes a session.
            silence.in(settings.timing().handshakeWithin(), this::silent);
        }
        return trouble;
    }

    private @Nullable Trouble greeted(ServerMessage.ServerHello hello) {
        if (stage == Stage.GREETED) {
            return ClientCore.outOfTurn();
        }
        stage = Stage.GREETED;
        silence.in(settings.timing().handshakeWithin(), this::silent);
        core.line().maintenance().hear(hello.maintenance());
        return core.judge(hello);
    }
}
