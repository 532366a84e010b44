package dev.gatehouse.proxy.connection;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.proxy.connection.ConnectionEvent.LinkLost;
import dev.gatehouse.proxy.connection.ConnectionEvent.LoggedIn;
import dev.gatehouse.proxy.connection.ConnectionEvent.SessionEnded;
import dev.gatehouse.proxy.link.ChannelListener;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes events of what ends one channel. A channel may be gone before the connection has heard that it is there:
/// then its end is told once it is in use, and not before. From any thread.
public final class ChannelEvents implements ChannelListener {

    private final Consumer<ByteBuffer> frames;
    private final Consumer<ConnectionEvent> events;

    /// Guarded by this, as is the next.
    private boolean inUse;

    /// How the channel ended before it was in use; absent where it has not.
    private @Nullable ConnectionEvent early;

    /// @param frames told each frame for the client, which is good only until that returns
    public ChannelEvents(Consumer<ByteBuffer> frames, Consumer<ConnectionEvent> events) {
        this.frames = frames;
        this.events = events;
    }

    /// The connection passes frames over this channel from here on.
    public void use() {
        ConnectionEvent end;
        synchronized (this) {
            inUse = true;
            end = early;
        }
        if (end != null) {
            events.accept(end);
        }
    }

    @Override
    public void bytes(ByteBuffer frame) {
        frames.accept(frame);
    }

    @Override
    public void closed(int code, ByteString frame) {
        var why = ConnectionError.of(code).orElse(ConnectionError.FORCE_TERMINATED_UNKNOWN);
        ended(new SessionEnded(why, frame));
    }

    @Override
    public void loggedIn(String token, ByteString frame) {
        ended(new LoggedIn(token, frame));
    }

    @Override
    public void lost() {
        ended(new LinkLost());
    }

    private void ended(ConnectionEvent how) {
        synchronized (this) {
            if (!inUse) {
                early = how;
                return;
            }
        }
        events.accept(how);
    }
}
