package dev.gatehouse.model.protocol;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a client may say. One record per message, named as on the wire.
public sealed interface ClientMessage {

    /// The first message on every socket: who wants to play what, or go on with what.
    ///
    /// @param token a player token; may travel in the `Authorization` header of the upgrade instead
    /// @param deviceToken made and kept by the client; the connection policy's scope
    /// @param resume absent for a new session
    @Case(name = "hello", number = 10)
    record Hello(
            @Member(1) int protocol,
            @Member(2) GameId gameId,
            @Member(3) @Nullable String token,
            @Member(4) @Nullable String deviceToken,
            @Member(5) ClientVersion client,
            @Member(6) @Nullable Resume resume)
            implements ClientMessage {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Hello[protocol=%d, gameId=%s, client=%s, resume=%s]".formatted(protocol, gameId, client, resume);
        }
    }

    /// What the client runs.
    ///
    /// @param platform free text, such as `web`; gates may differ by it
    record ClientVersion(
            @Member(1) String version,
            @Member(2) int logicVersion,
            @Member(3) int patchVersion,
            @Member(4) String platform,
            @Member(5) @Nullable String commitId) {}

    /// Which session to go on with, from which position.
    ///
    /// @param received the highest number the client has received in order; 0 for none
    record Resume(
            @Member(1) SessionId sessionId,
            @Member(2) String resumeToken,
            @Member(3) long epoch,
            @Member(4) long received) {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Resume[sessionId=%s, epoch=%d, received=%d]".formatted(sessionId, epoch, received);
        }
    }

    /// The client's own loading is done.
    @Case(name = "session-ready", number = 11)
    record SessionReady() implements ClientMessage {}

    /// The client could not load what the session started with.
    @Case(name = "session-start-failed", number = 12)
    record SessionStartFailed(@Member(1) String message) implements ClientMessage {}

    /// Says only what its envelope says: how far the client has received.
    @Case(name = "ack", number = 13)
    record Acknowledge() implements ClientMessage {}

    /// Asks for a [ServerMessage.Pong].
    @Case(name = "ping", number = 14)
    record Ping(@Member(1) long id) implements ClientMessage {}

    /// Answers a [ServerMessage.Ping].
    @Case(name = "pong", number = 15)
    record Pong(@Member(1) long id) implements ClientMessage {}

    /// The client will be silent for a while, on purpose.
    @Case(name = "pause", number = 16)
    record Pause(@Member(1) String reason, @Member(2) long expectedMillis) implements ClientMessage {}

    /// The client is back from its pause.
    @Case(name = "unpause", number = 17)
    record Unpause() implements ClientMessage {}

    /// Ticks and actions that the client has run, in order, and the checksum it reached.
    ///
    /// @param checksum 16 hex digits, or absent from a thin client, which gets a patch instead
    @Case(name = "flush", number = 20)
    record Flush(
            @Member(1) List<Op> ops, @Member(2) @Nullable String checksum) implements ClientMessage {}

    /// One step of a timeline; exactly one member is set.
    ///
    /// @param ticks so many ticks, 1 or more
    /// @param action an action of the client's own
    /// @param serverAction the id of a synchronized server action, executed here
    record Op(
            @Member(1) @Nullable Integer ticks,
            @Member(2) @Nullable ActionCall action,
            @Member(3) @Nullable Long serverAction) {

        public Op {
            int set = (ticks == null ? 0 : 1) + (action == null ? 0 : 1) + (serverAction == null ? 0 : 1);
            if (set != 1) {
                throw new IllegalArgumentException(
                        "op: " + set + " members (expected: exactly one of ticks, action, serverAction)");
            }
        }

        public static Op ticks(int count) {
            return new Op(count, null, null);
        }

        public static Op action(ActionCall action) {
            return new Op(null, action, null);
        }

        public static Op serverAction(long id) {
            return new Op(null, null, id);
        }
    }

    /// The client's model, asked for after a checksum mismatch.
    @Case(name = "desync-report", number = 21)
    record DesyncReport(@Member(1) Encoded model) implements ClientMessage {}
}
