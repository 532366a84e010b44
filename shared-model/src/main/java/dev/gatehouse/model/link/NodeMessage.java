package dev.gatehouse.model.link;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a session-service node says to a proxy, besides the bytes for the clients. See [LinkFrame].
public sealed interface NodeMessage {

    /// The session on this channel is open: from here on bytes pass both ways.
    ///
    /// @param frame `session-started` or `session-resumed`, encoded as the client asked; sent to it
    ///     first. Empty for a socket that goes on
    @Case(name = "attached", number = 10)
    record Attached(@Member(1) ByteString frame) implements NodeMessage {

        /// Leaves out what must not be in a log: the frame holds the resume token.
        @Override
        public String toString() {
            return "Attached[frame of %d bytes]".formatted(frame.size());
        }
    }

    /// The session on this channel was not opened.
    ///
    /// @param code of a `ConnectionError`
    @Case(name = "refused", number = 11)
    record Refused(
            @Member(1) int code,
            @Member(2) @Nullable Long retryAfterMillis,
            @Member(3) String message,
            @Member(4) JsonText details)
            implements NodeMessage {}

    /// Another node holds the player's lease; attach there.
    @Case(name = "owned-elsewhere", number = 12)
    record OwnedElsewhere(@Member(1) NodeId owner) implements NodeMessage {}

    /// Close the client's socket after sending `frame`. The channel is free afterwards.
    ///
    /// @param code of a `ConnectionError`: gives the close code and reason
    /// @param frame a `terminate` message, encoded as the client asked
    @Case(name = "close", number = 13)
    record Close(@Member(1) int code, @Member(2) ByteString frame) implements NodeMessage {}

    /// @param kept absent where the game has no policy, or it failed: the default holds
    @Case(name = "decided", number = 14)
    record Decided(
            @Member(1) long request, @Member(2) @Nullable Kept kept) implements NodeMessage {}

    record Kept(@Member(1) List<SessionId> sessions) {}

    /// The session on this channel is about to go to another node: pass nothing more on from its client,
    /// and say so with [ProxyMessage.Held].
    @Case(name = "hold", number = 16)
    record Hold() implements NodeMessage {}

    /// Another node may go on with the session on this channel: look for it, and bring it what was held
    /// back. The channel is free afterwards.
    @Case(name = "given-back", number = 17)
    record GivenBack() implements NodeMessage {}

    /// The unauthenticated session on this channel is over, because its client has logged in: send the client
    /// `frame`, and take it through the handshake again, over the same socket. The channel is free afterwards.
    ///
    /// @param token names the player
    /// @param frame `login-result`, encoded as the client asked
    @Case(name = "logged-in", number = 19)
    record LoggedIn(@Member(1) String token, @Member(2) ByteString frame) implements NodeMessage {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "LoggedIn[frame of %d bytes]".formatted(frame.size());
        }
    }

    /// @param ended false where the node knows no such session
    @Case(name = "ended", number = 15)
    record Ended(@Member(1) long request, @Member(2) boolean ended) implements NodeMessage {}

    /// Asks whether the client on this channel may go on with this token. Answered by
    /// [ProxyMessage.TokenVerified] on the same channel; one question at a time.
    @Case(name = "verify-token", number = 18)
    record VerifyToken(@Member(1) String token) implements NodeMessage {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "VerifyToken[]";
        }
    }
}
