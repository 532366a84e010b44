package dev.gatehouse.model.link;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a proxy says to a session-service node, besides the clients' own bytes. See [LinkFrame] for what
/// travels around it.
public sealed interface ProxyMessage {

    /// A client passed the handshake on this channel: open its session, or go on with it. Answered by
    /// [NodeMessage.Attached], [NodeMessage.Refused] or [NodeMessage.OwnedElsewhere].
    ///
    /// @param sessionId of a new session: already claimed for the device; of a resume: the one to go
    ///     on with
    /// @param device absent where the client sent no device token
    /// @param takeOverFrom a node whose link just broke; its lease need not be waited for
    /// @param continues whether the session's socket is open and goes on here: no token is shown, and
    ///     the client has heard nothing of it
    /// @param tokenExpiresAt when the token that the client showed last expires, in ms since 1970; absent
    ///     where that is never
    /// @param afterLogin whether the socket carried an unauthenticated session until now: words for that one
    ///     may still be on their way
    /// @param kept the sessions of its device that the game's policy has kept beside the new one; none where
    ///     the policy did not speak
    /// @param givenBack whether the node before said [NodeMessage.GivenBack]: then all that it said before
    ///     has come. Else its link broke, and may have taken the last of that with it
    @Case(name = "attach", number = 10)
    record Attach(
            @Member(1) PlayerKey player,
            @Member(2) SessionId sessionId,
            @Member(3) @Nullable DeviceKey device,
            @Member(4) Encoding encoding,
            @Member(5) ClientVersion client,
            @Member(6) @Nullable Resume resume,
            @Member(7) @Nullable NodeId takeOverFrom,
            @Member(8) boolean continues,
            @Member(9) @Nullable Long tokenExpiresAt,
            @Member(10) boolean afterLogin,
            @Member(11) List<SessionId> kept,
            @Member(12) boolean givenBack)
            implements ProxyMessage {

        public Attach {
            kept = List.copyOf(kept);
        }

        /// For a socket whose handshake has just ended.
        public Attach(
                PlayerKey player,
                SessionId sessionId,
                @Nullable DeviceKey device,
                Encoding encoding,
                ClientVersion client,
                @Nullable Resume resume,
                @Nullable NodeId takeOverFrom) {
            this(
                    player,
                    sessionId,
                    device,
                    encoding,
                    client,
                    resume,
                    takeOverFrom,
                    false,
                    null,
                    false,
                    List.of(),
                    false);
        }

        /// The same socket again, where its session goes on at another node.
        ///
        /// @param lost the node whose link broke; absent where it gave the player back
        public Attach continuing(@Nullable NodeId lost) {
            return new Attach(
                    player,
                    sessionId,
                    device,
                    encoding,
                    client,
                    null,
                    lost,
                    true,
                    tokenExpiresAt,
                    false,
                    List.of(),
                    givenBack);
        }

        /// The same question, where that node's lease need not be waited for.
        public Attach takingOverFrom(NodeId lost) {
            return with(lost, tokenExpiresAt, kept, givenBack);
        }

        /// The same client, with a token that expires then.
        public Attach until(@Nullable Long expiresAt) {
            return with(takeOverFrom, expiresAt, kept, givenBack);
        }

        /// The same client, beside these sessions.
        public Attach beside(List<SessionId> others) {
            return with(takeOverFrom, tokenExpiresAt, others, givenBack);
        }

        /// The same client, whose session its node has given back, or not.
        public Attach givenBack(boolean isGivenBack) {
            return with(takeOverFrom, tokenExpiresAt, kept, isGivenBack);
        }

        private Attach with(
                @Nullable NodeId lost, @Nullable Long expiresAt, List<SessionId> others, boolean isGivenBack) {
            return new Attach(
                    player,
                    sessionId,
                    device,
                    encoding,
                    client,
                    resume,
                    lost,
                    continues,
                    expiresAt,
                    afterLogin,
                    others,
                    isGivenBack);
        }
    }

    /// The client's socket on this channel is gone.
    ///
    /// @param intended whether the client closed it properly, for good
    @Case(name = "detach", number = 11)
    record Detach(@Member(1) boolean intended) implements ProxyMessage {}

    /// Answers [NodeMessage.Hold]: nothing more of the client's comes on this channel.
    @Case(name = "held", number = 14)
    record Held() implements ProxyMessage {}

    /// Asks the game which sessions of a device stay. On channel 0; answered by [NodeMessage.Decided].
    @Case(name = "decide", number = 12)
    record Decide(
            @Member(1) long request,
            @Member(2) GameId gameId,
            @Member(3) DeviceSession current,
            @Member(4) List<DeviceSession> all)
            implements ProxyMessage {}

    /// Ends a session of a player that the node may own. On channel 0; answered by [NodeMessage.Ended].
    ///
    /// @param code of a `ConnectionError`
    @Case(name = "end", number = 13)
    record End(
            @Member(1) long request,
            @Member(2) PlayerKey player,
            @Member(3) SessionId sessionId,
            @Member(4) int code) implements ProxyMessage {}

    /// Answers [NodeMessage.VerifyToken], on its channel.
    ///
    /// @param expiresAt of a good token, in ms since 1970; absent where that is never
    @Case(name = "token-verified", number = 15)
    record TokenVerified(
            @Member(1) TokenVerdict verdict,
            @Member(2) @Nullable Long expiresAt) implements ProxyMessage {

        public static TokenVerified without(TokenVerdict verdict) {
            return new TokenVerified(verdict, null);
        }
    }
}
