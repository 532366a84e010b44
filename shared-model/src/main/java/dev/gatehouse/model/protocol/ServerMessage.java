package dev.gatehouse.model.protocol;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.WireName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a client may hear. One record per message, named as on the wire. Times are milliseconds since 1970.
public sealed interface ServerMessage {

    /// Sent at once on every socket, before the client has said anything.
    @Case(name = "server-hello", number = 10)
    record ServerHello(
            @Member(1) String magic,
            @Member(2) String projectId,
            @Member(3) ProtocolRange protocol,
            @Member(4) long serverTime,
            @Member(5) long handshakeTimeoutMillis,
            @Member(6) Maintenance maintenance)
            implements ServerMessage {}

    record ProtocolRange(@Member(1) int min, @Member(2) int max) {}

    record Maintenance(
            @Member(1) MaintenanceState state,
            @Member(2) @Nullable Long startsAt,
            @Member(3) @Nullable Long estimatedMillis) {}

    enum MaintenanceState {
        @Member(0)
        NOT_SCHEDULED,
        @Member(1)
        UPCOMING,
        @Member(2)
        ONGOING
    }

    /// A new session.
    ///
    /// @param player absent for a game without a player model
    @Case(name = "session-started", number = 11)
    record SessionStarted(
            @Member(1) SessionId sessionId,
            @Member(2) String resumeToken,
            @Member(3) long epoch,
            @Member(4) PlayerId playerId,
            @Member(5) GameId gameId,
            @Member(6) long serverTime,
            @Member(7) long keepAliveMillis,
            @Member(8) long resumeWindowMillis,
            @Member(9) Limits limits,
            @Member(10) @Nullable PlayerStart player)
            implements ServerMessage {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "SessionStarted[sessionId=%s, epoch=%d, playerId=%s]".formatted(sessionId, epoch, playerId);
        }
    }

    record Limits(
            @Member(1) long maxInboundBytes, @Member(2) long maxOutboundBytes) {}

    /// The player's model as the timeline starts.
    ///
    /// @param lead whether this session may flush; another one leads otherwise
    /// @param checksum 16 hex digits
    record PlayerStart(
            @Member(1) boolean lead,
            @Member(2) Encoded model,
            @Member(3) long tick,
            @Member(4) int ticksPerSecond,
            @Member(5) int logicVersion,
            @Member(6) String checksum) {}

    /// An old session goes on; everything after the client's `received` follows.
    ///
    /// @param received the highest number the server has received in order
    @Case(name = "session-resumed", number = 12)
    record SessionResumed(
            @Member(1) SessionId sessionId,
            @Member(2) String resumeToken,
            @Member(3) long epoch,
            @Member(4) long received)
            implements ServerMessage {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "SessionResumed[sessionId=%s, epoch=%d, received=%d]".formatted(sessionId, epoch, received);
        }
    }

    /// The last message on a socket: why it ends and what to do about it. Built by `ConnectionError`.
    @Case(name = "terminate", number = 13)
    record Terminate(
            @Member(1) int code,
            @Member(2) String name,
            @Member(3) String reason,
            @Member(4) String family,
            @Member(5) String advice,
            @Member(6) @Nullable Long retryAfterMillis,
            @Member(7) String message,
            @Member(8) JsonText details)
            implements ServerMessage {}

    /// Says only what its envelope says: how far the server has received.
    @Case(name = "ack", number = 14)
    record Acknowledge() implements ServerMessage {}

    /// Asks for a [ClientMessage.Pong].
    @Case(name = "ping", number = 15)
    record Ping(@Member(1) long id) implements ServerMessage {}

    /// Answers a [ClientMessage.Ping].
    @Case(name = "pong", number = 16)
    record Pong(@Member(1) long id, @Member(2) long serverTime) implements ServerMessage {}

    /// Answers a [ClientMessage.Flush] once its actions are in the journal.
    ///
    /// @param flush the number of the flush
    /// @param tick where the server's timeline is now
    /// @param results one for each action among the flush's steps, in order
    /// @param patch for a thin client: RFC 6902, from the model it had
    @Case(name = "flush-result", number = 20)
    record FlushResult(
            @Member(1) long flush,
            @Member(2) long tick,
            @Member(3) List<OpResult> results,
            @Member(4) @Nullable JsonText patch)
            implements ServerMessage {}

    /// @param op the index of the action among the flush's steps, from 0
    /// @param result `ok`, or the game's own result code
    record OpResult(@Member(1) int op, @Member(2) String result) {}

    /// An action of the server's for the client to execute.
    @Case(name = "server-action", number = 21)
    record ServerAction(
            @Member(1) long id,
            @Member(2) ActionMode mode,
            @Member(3) ActionCall action) implements ServerMessage {}

    enum ActionMode {
        /// The client executes it at a position of its choice and says so in a flush; the server follows.
        @Member(0)
        SYNCHRONIZED,
        /// Already executed by the server; the client executes it as soon as it arrives.
        @Member(1)
        UNSYNCHRONIZED
    }

    /// News of a game instance that the player belongs to.
    ///
    /// @param ticket the player's right to enter, with `host-details` only
    @Case(name = "game-instance", number = 30)
    record GameInstance(
            @Member(1) InstanceEvent event,
            @Member(2) InstanceId instanceId,
            @Member(3) @Nullable String host,
            @Member(4) @Nullable Integer port,
            @Member(5) @Nullable String ticket,
            @Member(6) JsonText details)
            implements ServerMessage {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "GameInstance[event=%s, instanceId=%s, host=%s, port=%s]".formatted(event, instanceId, host, port);
        }
    }

    enum InstanceEvent {
        @Member(0)
        ADDED,
        @Member(1)
        @WireName("host-details")
        HOST_DETAILS,
        @Member(2)
        FAILED,
        @Member(3)
        ENDED,
        @Member(4)
        TERMINATED,
        @Member(5)
        REMOVED
    }
}
