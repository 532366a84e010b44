package dev.gatehouse.session.player.bench;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.player.answer.AttachAnswer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A client on its line to a [PlayersBench].
public final class BenchClient {

    public final RecordingLine line;
    private final PlayersBench bench;
    private final PlayerKey player;
    private final SessionId session;
    public final AtomicReference<AttachAnswer> answers = new AtomicReference<>();

    public BenchClient(PlayersBench bench, PlayerKey player, SessionId session, RecordingLine line) {
        this.bench = bench;
        this.player = player;
        this.session = session;
        this.line = line;
    }

    public boolean isAnswered() {
        return answers.get() != null;
    }

    /// Answers the ping that stands before a rewind, where there is one.
    public void hearsTheOwnerBeforeOut() {
        if (isAnswered() && !line.messages().isEmpty() && line.messages().getFirst() instanceof Ping(var id)) {
            says(null, new ClientMessage.Pong(id));
        }
    }

    /// What it was told of a stream that starts anew.
    public Rewind rewind() {
        return line.messages().stream()
                .filter(Rewind.class::isInstance)
                .map(Rewind.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Says how far it has received the server.
    public void acknowledges(long received) {
        sends(new ClientFrame(null, received, new ClientMessage.Acknowledge()));
    }

    public AttachAnswer answer() {
        return Objects.requireNonNull(answers.get(), "no answer yet");
    }

    public SessionStarted started() {
        return (SessionStarted) first();
    }

    public SessionResumed resumed() {
        return (SessionResumed) first();
    }

    public PlayerStart player() {
        return Objects.requireNonNull(started().player());
    }

    private ServerMessage first() {
        return RecordingLine.read(((AttachAnswer.Attached) answer()).frame()).message();
    }

    public void says(long seq, ClientMessage message) {
        says(Long.valueOf(seq), message);
    }

    /// @param seq absent for a control message
    public void says(@Nullable Long seq, ClientMessage message) {
        sends(new ClientFrame(seq, null, message));
    }

    private void sends(ClientFrame frame) {
        bench.players.receive(
                player, session, line, FrameCodec.of(Encoding.JSON).encode(frame));
        bench.turns();
    }

    public void takesMore(boolean more) {
        bench.players.writable(player, session, line, more);
        bench.turns();
    }

    public void leaves() {
        bench.players.detach(player, session, line, false);
        bench.turns();
    }

    public void leavesForGood() {
        bench.players.detach(player, session, line, true);
        bench.turns();
    }
}
