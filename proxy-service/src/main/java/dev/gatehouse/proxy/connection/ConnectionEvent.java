package dev.gatehouse.proxy.connection;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.refusal.Refusal;
import java.time.Duration;

/// Something that happened to one client socket.
public sealed interface ConnectionEvent {

    /// A frame that could be read. Does not happen while frames are relayed.
    record Received(ClientMessage message) implements ConnectionEvent {}

    /// A frame that could not be read.
    ///
    /// @param why for people; holds nothing that the client sent
    record ReceivedGarbage(String why) implements ConnectionEvent {}

    /// A frame that breaks WebSocket's own rules, so that nothing after it can be told apart.
    ///
    /// @param closeCode the one that WebSocket has for it
    /// @param why for people; holds nothing that the client sent
    record BrokeRules(int closeCode, String why) implements ConnectionEvent {}

    /// Frames that come faster than they may.
    ///
    /// @param retryAfter how long until another may come
    record ReceivedTooOften(Duration retryAfter) implements ConnectionEvent {}

    /// A frame over the limit.
    record ReceivedTooMuch() implements ConnectionEvent {}

    record HandshakeTimedOut() implements ConnectionEvent {}

    record HandshakePassed(Opened session) implements ConnectionEvent {}

    record HandshakeRefused(Refusal refusal) implements ConnectionEvent {}

    /// The session's node ended it.
    ///
    /// @param frame the last one for the client; may be empty
    record SessionEnded(ConnectionError why, ByteString frame) implements ConnectionEvent {}

    /// The client of an unauthenticated session has logged in, and that session is over.
    ///
    /// @param token names the player
    /// @param frame the last one of that session for the client
    record LoggedIn(String token, ByteString frame) implements ConnectionEvent {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "LoggedIn[frame of %d bytes]".formatted(frame.size());
        }
    }

    /// The link to the session's node is gone.
    record LinkLost() implements ConnectionEvent {}

    /// Another node goes on with the session.
    record Reattached(Opened session) implements ConnectionEvent {}

    /// No other node goes on with the session.
    record ReattachRefused(Refusal refusal) implements ConnectionEvent {}

    /// The client takes what it is sent too slowly, or not at all.
    record FellBehind() implements ConnectionEvent {}

    /// This proxy is about to stop.
    ///
    /// @param move when the client is to go elsewhere, if it has a session
    record DrainStarted(Move move) implements ConnectionEvent {}

    /// This proxy stops now.
    record DrainEnded() implements ConnectionEvent {}

    /// @param intended whether the client closed it properly, for good
    record SocketClosed(boolean intended) implements ConnectionEvent {}
}
