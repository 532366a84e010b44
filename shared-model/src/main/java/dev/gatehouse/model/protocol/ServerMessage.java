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

    /// Has no number: nobody keeps it, and a lost one is not sent again.
    sealed interface Control extends ServerMessage {}

    /// Has a number in its sender's stream, is kept until it is acknowledged, and arrives exactly once.
    sealed interface Numbered extends ServerMessage {}

    /// Sent at once on every socket, before the client has said anything.
    @Case(name = "server-hello", number = 10)
    record ServerHello(
            @Member(1) String magic,
            @Member(2) String projectId,
            @Member(3) ProtocolRange protocol,
            @Member(4) long serverTime,
            @Member(5) long handshakeTimeoutMillis,
            @Member(6) Maintenance maintenance)
            implements Control {}

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
    /// @param playerId begins with `unauthenticated~` where the session is; it names nobody then
    /// @param player absent for a game without a player model, and in an unauthenticated session
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
            implements Control {

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
    /// @param startedAt when the player's timeline was started, where the model's time begins: ms since 1970
    record PlayerStart(
            @Member(1) boolean lead,
            @Member(2) Encoded model,
            @Member(3) long tick,
            @Member(4) int ticksPerSecond,
            @Member(5) int logicVersion,
            @Member(6) String checksum,
            @Member(7) long startedAt) {}

    /// An old session goes on; everything after the client's `received` follows.
    ///
    /// @param received the highest number the server has received in order
    @Case(name = "session-resumed", number = 12)
    record SessionResumed(
            @Member(1) SessionId sessionId,
            @Member(2) String resumeToken,
            @Member(3) long epoch,
            @Member(4) long received)
            implements Control {

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
            implements Control {}

    /// Says only what its envelope says: how far the server has received.
    @Case(name = "ack", number = 14)
    record Acknowledge() implements Control {}

    /// Asks for a [ClientMessage.Pong].
    @Case(name = "ping", number = 15)
    record Ping(@Member(1) long id) implements Control {}

    /// Answers a [ClientMessage.Ping].
    @Case(name = "pong", number = 16)
    record Pong(@Member(1) long id, @Member(2) long serverTime) implements Control {}

    /// The session has a new owner and the same socket. The server's numbers start at 1 again in the new epoch.
    ///
    /// @param received how far the owner has received; the client sends everything after it again
    /// @param gap whether messages of the old epoch are lost: open calls then fail as `session_moved`, the model
    ///     and all subscriptions start over from snapshots
    @Case(name = "rewind", number = 17)
    record Rewind(
            @Member(1) long epoch,
            @Member(2) long received,
            @Member(3) boolean gap) implements Control {}

    /// This socket's server is about to stop: open a new socket in the window that begins after `afterMillis` and
    /// lasts `withinMillis`, and resume there. This one closes after that.
    @Case(name = "move", number = 18)
    record Move(@Member(1) long afterMillis, @Member(2) long withinMillis) implements Control {}

    /// What is known of maintenance has changed.
    @Case(name = "maintenance", number = 19)
    record MaintenanceChanged(
            @Member(1) MaintenanceState state,
            @Member(2) @Nullable Long startsAt,
            @Member(3) @Nullable Long estimatedMillis)
            implements Control {}

    /// Answers a [ClientMessage.Flush] once its actions are in the journal.
    ///
    /// @param flush the number of the flush
    /// @param tick where the server's timeline is now
    /// @param results one for each action among the flush's steps, in order; all `not_leading` where
    ///     another session leads, and nothing was done
    /// @param patch for a thin client: RFC 6902, from the model it had
    @Case(name = "flush-result", number = 20)
    record FlushResult(
            @Member(1) long flush,
            @Member(2) long tick,
            @Member(3) List<OpResult> results,
            @Member(4) @Nullable JsonText patch)
            implements Numbered {}

    /// @param op the index of the action among the flush's steps, from 0
    /// @param result `ok`, or the game's own result code
    record OpResult(@Member(1) int op, @Member(2) String result) {}

    /// An action of the server's for the client to execute.
    @Case(name = "server-action", number = 21)
    record ServerAction(
            @Member(1) long id,
            @Member(2) ActionMode mode,
            @Member(3) ActionCall action) implements Numbered {}

    enum ActionMode {
        /// The client executes it at a position of its choice and says so in a flush; the server follows.
        @Member(0)
        SYNCHRONIZED,
        /// Already executed by the server; the client executes it as soon as it arrives.
        @Member(1)
        UNSYNCHRONIZED
    }

    /// The model has changed other than by this session's own actions.
    ///
    /// @param tick where the model's timeline is now
    /// @param patch RFC 6902, from the model that this session has
    /// @param lead whether this session may flush from here on; only in a patch that replaces the whole model.
    ///     Absent where that is as before
    @Case(name = "model-patch", number = 22)
    record ModelPatch(
            @Member(1) long tick,
            @Member(2) JsonText patch,
            @Member(3) @Nullable Boolean lead) implements Numbered {

        /// For a session whose part stays as it is.
        public ModelPatch(long tick, JsonText patch) {
            this(tick, patch, null);
        }
    }

    /// Answers a [ClientMessage.Login]. A success is the last message of an unauthenticated session: the
    /// player's own begins on the same socket.
    ///
    /// @param error of a login that did not succeed
    /// @param id of the login; absent where that had none
    @Case(name = "login-result", number = 23)
    record LoginResult(
            @Member(1) boolean ok,
            @Member(2) @Nullable CallError error,
            @Member(3) @Nullable Long id) implements Numbered {

        public LoginResult {
            CallError.checkOutcome(ok, error);
        }
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
            implements Numbered {

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
        REMOVED,
        /// What players see of the instance's data, or the player's own part of it, has changed.
        @Member(6)
        UPDATED;

        /// Whether the instance is none of the player's from then on.
        public boolean isTheLast() {
            return switch (this) {
                case ADDED, HOST_DETAILS, UPDATED -> false;
                case FAILED, ENDED, TERMINATED, REMOVED -> true;
            };
        }
    }

    /// Calls a method of the client's. Answered by [ClientMessage.RpcResult] unless cancelled.
    ///
    /// @param id the server's own; no two open calls to a session have the same
    /// @param method the game's own name for it
    /// @param args an object with the parameters by name
    /// @param timeoutMillis how long the server waits
    @Case(name = "rpc", number = 40)
    record Rpc(
            @Member(1) long id,
            @Member(2) String method,
            @Member(3) JsonText args,
            @Member(4) @Nullable Long timeoutMillis)
            implements Numbered {}

    /// Answers a [ClientMessage.Rpc].
    ///
    /// @param value of a call that succeeded
    /// @param error of one that did not
    @Case(name = "rpc-result", number = 41)
    record RpcResult(
            @Member(1) long id,
            @Member(2) boolean ok,
            @Member(3) @Nullable JsonText value,
            @Member(4) @Nullable CallError error)
            implements Numbered {

        public RpcResult {
            CallError.checkOutcome(ok, error);
        }
    }

    /// The server does not wait for the answer to its call any more.
    @Case(name = "rpc-cancel", number = 42)
    record RpcCancel(@Member(1) long id) implements Numbered {}

    /// Something that this client may want to know.
    ///
    /// @param scope whom it went to
    /// @param sender the player whose client sent it; absent where server code did
    @Case(name = "event", number = 43)
    record Event(
            @Member(1) String name,
            @Member(2) EventScope scope,
            @Member(3) JsonText payload,
            @Member(4) @Nullable PlayerId sender)
            implements Numbered {}

    /// A [ClientMessage.Event] that has an id goes to nobody. Of one that goes where it was to go, nothing is said.
    ///
    /// @param name as in the event
    /// @param error `too_many` where the client sends faster than it may
    @Case(name = "event-refused", number = 49)
    record EventRefused(
            @Member(1) long id,
            @Member(2) String name,
            @Member(3) CallError error) implements Numbered {}

    /// Answers a `group-join`, `group-leave` or `group-close`.
    ///
    /// @param error where it was refused
    @Case(name = "group-result", number = 44)
    record GroupResult(
            @Member(1) long id,
            @Member(2) boolean ok,
            @Member(3) @Nullable CallError error) implements Numbered {

        public GroupResult {
            CallError.checkOutcome(ok, error);
        }
    }

    /// Who is in a group that this session is a member of has changed.
    ///
    /// @param playerId who joined or left; absent where the group closed
    @Case(name = "group-changed", number = 45)
    record GroupChanged(
            @Member(1) String group,
            @Member(2) GroupChange change,
            @Member(3) @Nullable PlayerId playerId) implements Numbered {}

    enum GroupChange {
        @Member(0)
        JOINED,
        @Member(1)
        LEFT,
        /// The group is dismissed; nobody is told to have left.
        @Member(2)
        CLOSED
    }

    /// A document as it is now: the first thing that a subscription hears.
    ///
    /// @param version grows by one with each change
    @Case(name = "subscription-snapshot", number = 46)
    record SubscriptionSnapshot(
            @Member(1) long id,
            @Member(2) long version,
            @Member(3) JsonText value) implements Numbered {}

    /// A document has changed.
    ///
    /// @param version after the patch; one more than the last that this subscription heard of
    /// @param patch RFC 6902
    @Case(name = "subscription-patch", number = 47)
    record SubscriptionPatch(
            @Member(1) long id,
            @Member(2) long version,
            @Member(3) JsonText patch) implements Numbered {}

    /// The last thing that a subscription hears, unless the client ended it.
    ///
    /// @param reason such as `not_found`, `not_allowed` or `deleted`
    @Case(name = "subscription-ended", number = 48)
    record SubscriptionEnded(@Member(1) long id, @Member(2) String reason) implements Numbered {}
}
