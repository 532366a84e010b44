package dev.gatehouse.simulation.check;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.simulation.check.Figures.Figure;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Watches what comes to one client, over all of its sockets: numbers without a hole, the same message
/// whenever a number comes again, and a word about it where they start again (C6). Behind a hole nothing
/// counts: the client has to come back on another socket, where it hears what is missing.
public final class StreamWatch {

    private final String client;
    private final History history;
    private final Map<Long, ByteString> heard = new HashMap<>();
    private @Nullable SessionId session;
    private long epoch;
    private long last;
    private boolean hole;

    /// The number of the last socket on which an owner went on with the stream that did not know yet that another has
    /// it. Its client lets it go.
    private int stale;

    public StreamWatch(String client, History history) {
        this.client = client;
        this.history = history;
    }

    /// @param socket its number among the client's
    public void heard(int socket, ServerFrame frame, ByteString bytes) {
        history.note(() -> "%s <- %s ack %s %s".formatted(client, frame.seq(), frame.ack(), frame.message()));
        if (frame.message() instanceof ServerMessage.SessionResumed resumed && resumed.epoch() < epoch) {
            stale = socket;
        }
        if (socket != stale) {
            heard(frame, bytes);
        }
    }

    private void heard(ServerFrame frame, ByteString bytes) {
        switch (frame.message()) {
            case ServerMessage.SessionStarted started -> {
                session = started.sessionId();
                begins(started.epoch());
            }
            case ServerMessage.SessionResumed resumed -> {
                history.figures().count(Figure.RESUMES);
                hole = false;
                goesOn(resumed.epoch());
            }
            case ServerMessage.Rewind rewind -> {
                history.figures().count(Figure.REWINDS);
                goesOn(rewind.epoch());
            }
            case ServerMessage.Numbered _ -> numbered(frame.seq() == null ? 0 : frame.seq(), bytes);
            case ServerMessage.Control _ -> {}
        }
    }

    private void begins(long now) {
        epoch = now;
        last = 0;
        hole = false;
        heard.clear();
    }

    private void goesOn(long now) {
        if (now < epoch) {
            history.violated(Promise.C6, client + " was told of epoch " + now + " after " + epoch);
        }
        if (now > epoch) {
            begins(now);
        }
    }

    private void numbered(long number, ByteString bytes) {
        if (hole) {
            return;
        }
        if (number > last + 1) {
            history.figures().count(Figure.HOLES);
            hole = true;
        } else if (number == last + 1) {
            last = number;
            heard.put(number, bytes);
        } else if (!bytes.equals(heard.get(number))) {
            history.violated(
                    Promise.C6,
                    "%s heard another message under number %d of %s in epoch %d"
                            .formatted(client, number, session, epoch));
        }
    }
}
