package dev.gatehouse.client.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a socket is gone, or never was.
public sealed interface SocketLoss {

    /// The server answered the upgrade with something else.
    ///
    /// @param retryAfter of the answer's header, where there is one
    /// @param body the answer's, as text; empty where there is none
    record Refused(int httpStatus, @Nullable Duration retryAfter, String body) implements SocketLoss {

        /// Leaves out what a stranger wrote.
        @Override
        public String toString() {
            return "Refused[httpStatus=%d, retryAfter=%s]".formatted(httpStatus, retryAfter);
        }
    }

    /// The server closed.
    ///
    /// @param code WebSocket's close code
    record Closed(int code, String reason) implements SocketLoss {}

    /// Opening took too long.
    record TimedOut() implements SocketLoss {}

    /// TLS failed, so nobody knows who answered.
    record Untrusted(TlsFailure failure, String why) implements SocketLoss {}

    /// What was wrong with TLS.
    enum TlsFailure {
        /// Nothing more is known.
        UNKNOWN,
        /// The server did not prove who it is.
        NOT_AUTHENTICATED,
        /// The handshake failed before that could be said.
        WHILE_AUTHENTICATING,
        /// Whoever answered does not speak TLS.
        NOT_ENCRYPTED,
        /// Something that is none of these.
        OTHER
    }

    /// The server sent a message over the limit.
    record TooLarge(int maxMessageBytes) implements SocketLoss {}

    /// The transport itself is stuck: it neither goes on nor fails.
    record Hung(String why) implements SocketLoss {}

    /// The transport does not know.
    record Unexplained() implements SocketLoss {}

    /// Everything else: no route, reset, no data.
    record Broken(String why) implements SocketLoss {}
}
