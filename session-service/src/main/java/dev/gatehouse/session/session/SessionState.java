package dev.gatehouse.session.session;

import dev.gatehouse.model.error.ConnectionError;
import org.jspecify.annotations.Nullable;

/// Where a session is in its life, seen from the node that holds it. Times are nanoseconds of a monotonic clock.
sealed interface SessionState {

    /// It has a socket.
    record Active(Line line) implements SessionState {}

    /// It has none, and waits for its client.
    ///
    /// @param until when it gives up
    record Recovering(long until) implements SessionState {}

    /// The client has been told why it ends, and may still report its model.
    ///
    /// @param until when the socket is closed anyway
    record Leaving(Line line, ConnectionError why, long until) implements SessionState {}

    /// It is over.
    ///
    /// @param why absent if the client left or did not come back
    record Ended(@Nullable ConnectionError why) implements SessionState {}
}
