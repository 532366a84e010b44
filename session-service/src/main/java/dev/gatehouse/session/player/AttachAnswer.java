package dev.gatehouse.session.player;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.NodeId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a newcomer hears.
public sealed interface AttachAnswer {

    /// Its session is open.
    ///
    /// @param frame `session-started` or `session-resumed`
    record Attached(ByteString frame) implements AttachAnswer {}

    /// @param message English, for people
    record Refused(ConnectionError error, @Nullable Duration retryAfter, String message) implements AttachAnswer {

        static Refused of(ConnectionError error) {
            return new Refused(error, null, error.description());
        }
    }

    /// Another node owns the player.
    record OwnedElsewhere(NodeId owner) implements AttachAnswer {}
}
