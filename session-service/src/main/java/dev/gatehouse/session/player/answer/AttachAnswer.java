package dev.gatehouse.session.player.answer;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;

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

        /// How long a client waits that finds the registry unavailable.
        private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

        public static Refused of(ConnectionError error) {
            return new Refused(error, null, error.description());
        }

        /// It may ask again soon.
        public static Refused forNow() {
            return new Refused(CLUSTER_NOT_READY_UNHANDLED, RETRY_AFTER, CLUSTER_NOT_READY_UNHANDLED.description());
        }
    }

    /// Another node owns the player.
    record OwnedElsewhere(NodeId owner) implements AttachAnswer {}
}
