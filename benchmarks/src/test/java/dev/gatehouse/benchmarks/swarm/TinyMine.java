package dev.gatehouse.benchmarks.swarm;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;
import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A goldrush server in memory, with the faults that a test wants. One thread does everything, in order.
final class TinyMine implements Transport {

    /// What it does wrong.
    enum Fault {
        NONE,
        /// Acknowledges and forgets: the next session of the same player starts with nothing.
        FORGETS_PLAYERS,
        /// Acknowledges and runs the first flush twice on what it keeps.
        DOUBLES_A_FLUSH,
        /// Cannot resume a session.
        LOSES_SESSIONS,
        /// Takes flushes and says nothing.
        STAYS_SILENT
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<String, Player> players = new HashMap<>();
    private final Map<String, TinySession> sessions = new HashMap<>();
    private final Fault fault;

    TinyMine(Fault fault) {
        this.fault = fault;
    }

    @Override
    public Socket open(SocketRequest request, SocketListener listener) {
        var line = new Line(FrameCodec.of(request.encoding()), listener);
        thread.execute(listener::opened);
        return line;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private final class Line implements Socket {

        private final FrameCodec codec;
        private final SocketListener listener;
        private @Nullable TinySession session;
        private boolean isOver;

        Line(FrameCodec codec, SocketListener listener) {
            this.codec = codec;
            this.listener = listener;
        }

        @Override
        public void send(ByteString frame) {
            thread.execute(() -> {
                if (!isOver) {
                    take(frame);
                }
            });
        }

        @Override
        public void close(int code, String reason) {
            drop();
        }

        @Override
        public void drop() {
            // Behind what was sent before: all of that arrives, its answers do not.
            thread.execute(() -> isOver = true);
        }

        private void take(ByteString bytes) {
            try {
                var frame = codec.decodeClient(bytes.toByteArray());
                if (frame.message() instanceof Hello hello) {
                    greet(hello);
                } else if (session != null) {
                    play(session, frame);
                }
            } catch (DecodeException e) {
                throw new AssertionError(e);
            }
        }

        private void greet(Hello hello) {
            say(new ServerFrame(null, null, TinySession.hello()));
            var resume = hello.resume();
            if (resume == null) {
                var before = fault == Fault.FORGETS_PLAYERS ? null : players.get(String.valueOf(hello.deviceToken()));
                var next = new TinySession("s" + sessions.size(), String.valueOf(hello.deviceToken()), before, fault);
                sessions.put(next.id().value(), next);
                session = next;
                say(new ServerFrame(null, null, next.started()));
                return;
            }
            var old = fault == Fault.LOSES_SESSIONS
                    ? null
                    : sessions.get(resume.sessionId().value());
            if (old == null) {
                say(new ServerFrame(null, null, ConnectionError.FAILED_TO_RESUME_SESSION.terminate()));
                return;
            }
            session = old;
            say(new ServerFrame(null, null, old.resumed()));
            old.missing(resume.received()).forEach(this::say);
        }

        private void play(TinySession now, ClientFrame frame) {
            var answer = now.take(frame);
            players.put(now.device(), now.kept());
            if (answer != null && fault != Fault.STAYS_SILENT) {
                say(answer);
            } else if (frame.message() instanceof ClientMessage.Ping(long id)) {
                say(new ServerFrame(null, null, new ServerMessage.Pong(id, 0)));
            }
        }

        private void say(ServerFrame frame) {
            if (!isOver) {
                listener.received(codec.encode(frame).toByteArray());
            }
        }
    }
}
