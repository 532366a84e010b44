package dev.gatehouse.model.protocol;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a client may say. One record per message, named as on the wire.
public sealed interface ClientMessage {

    /// Has no number: nobody keeps it, and a lost one is not sent again.
    sealed interface Control extends ClientMessage {}

    /// Has a number in its sender's stream, is kept until it is acknowledged, and arrives exactly once.
    sealed interface Numbered extends ClientMessage {}

    /// The first message on every socket: who wants to play what, or go on with what.
    ///
    /// @param token a player token; may travel in the `Authorization` header of the upgrade instead. Absent for
    ///     an unauthenticated session
    /// @param deviceToken made and kept by the client; the connection policy's scope
    /// @param resume absent for a new session
    /// @param loginProtocol how the token is meant; absent for 1
    @Case(name = "hello", number = 10)
    record Hello(
            @Member(1) int protocol,
            @Member(2) GameId gameId,
            @Member(3) @Nullable String token,
            @Member(4) @Nullable String deviceToken,
            @Member(5) ClientVersion client,
            @Member(6) @Nullable Resume resume,
            @Member(7) @Nullable Integer loginProtocol)
            implements Control {

        /// Of the first login protocol.
        public Hello(
                int protocol,
                GameId gameId,
                @Nullable String token,
                @Nullable String deviceToken,
                ClientVersion client,
                @Nullable Resume resume) {
            this(protocol, gameId, token, deviceToken, client, resume, null);
        }

        /// The same client, which wants a new session as whoever this token names.
        public Hello loggedIn(String as) {
            return new Hello(protocol, gameId, as, deviceToken, client, null, loginProtocol);
        }

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
    record SessionReady() implements Control {}

    /// The client could not load what the session started with.
    @Case(name = "session-start-failed", number = 12)
    record SessionStartFailed(@Member(1) String message) implements Control {}

    /// Says only what its envelope says: how far the client has received.
    @Case(name = "ack", number = 13)
    record Acknowledge() implements Control {}

    /// Asks for a [ServerMessage.Pong].
    @Case(name = "ping", number = 14)
    record Ping(@Member(1) long id) implements Control {}

    /// Answers a [ServerMessage.Ping].
    @Case(name = "pong", number = 15)
    record Pong(@Member(1) long id) implements Control {}

    /// The client will be silent for a while, on purpose.
    @Case(name = "pause", number = 16)
    record Pause(@Member(1) String reason, @Member(2) long expectedMillis) implements Control {}

    /// The client is back from its pause.
    @Case(name = "unpause", number = 17)
    record Unpause() implements Control {}

    /// Shows another token: the session's own has run out or is about to, or the session was opened without one.
    /// Answered by [ServerMessage.LoginResult].
    ///
    /// @param id which the answer repeats; absent where the client has one login open at a time
    @Case(name = "login", number = 18)
    record Login(
            @Member(1) String token, @Member(2) @Nullable Long id) implements Numbered {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    /// Stands in the place of a message that is not sent again, so that the numbers have no hole: an event or a call
    /// of which the client cannot know whether a lost node has carried it out.
    @Case(name = "skip", number = 19)
    record Skip() implements Numbered {}

    /// Ticks and actions that the client has run, in order, and the checksum it reached.
    ///
    /// @param checksum 16 hex digits, or absent from a thin client, which gets a patch instead
    @Case(name = "flush", number = 20)
    record Flush(
            @Member(1) List<Op> ops, @Member(2) @Nullable String checksum) implements Numbered {}

    /// One step of a timeline; exactly one of the first three members is set.
    ///
    /// @param ticks so many ticks, 1 or more
    /// @param action an action of the client's own
    /// @param serverAction the id of a synchronized server action, executed here
    /// @param checksum that the client reached with this step: 16 hex digits. To find the step that differs, in
    ///     development; absent otherwise
    record Op(
            @Member(1) @Nullable Integer ticks,
            @Member(2) @Nullable ActionCall action,
            @Member(3) @Nullable Long serverAction,
            @Member(4) @Nullable String checksum) {

        public Op {
            int set = (ticks == null ? 0 : 1) + (action == null ? 0 : 1) + (serverAction == null ? 0 : 1);
            if (set != 1) {
                throw new IllegalArgumentException(
                        "op: " + set + " members (expected: exactly one of ticks, action, serverAction)");
            }
        }

        public static Op ticks(int count) {
            return new Op(count, null, null, null);
        }

        public static Op action(ActionCall action) {
            return new Op(null, action, null, null);
        }

        public static Op serverAction(long id) {
            return new Op(null, null, id, null);
        }

        /// The same step.
        ///
        /// @param reached absent for a step that nothing is compared after
        public Op reaching(@Nullable String reached) {
            return new Op(ticks, action, serverAction, reached);
        }
    }

    /// The client's model, asked for after a checksum mismatch.
    ///
    /// @param flush the number of the flush after which this was the model; absent from a client that knows only
    ///     what it has now
    @Case(name = "desync-report", number = 21)
    record DesyncReport(
            @Member(1) Encoded model, @Member(2) @Nullable Long flush) implements Numbered {}

    /// Calls a method of the game's server code. Answered by [ServerMessage.RpcResult] unless cancelled.
    ///
    /// @param id the client's own; no two open calls of a session have the same
    /// @param method class and method, such as `Treasury.balance`
    /// @param args an object with the parameters by name
    /// @param timeoutMillis how long the client waits; absent for the server's default
    @Case(name = "rpc", number = 30)
    record Rpc(
            @Member(1) long id,
            @Member(2) String method,
            @Member(3) JsonText args,
            @Member(4) @Nullable Long timeoutMillis)
            implements Numbered {}

    /// Answers a [ServerMessage.Rpc].
    ///
    /// @param value of a call that succeeded
    /// @param error of one that did not
    @Case(name = "rpc-result", number = 31)
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

    /// The client does not wait for the answer to its call any more.
    @Case(name = "rpc-cancel", number = 32)
    record RpcCancel(@Member(1) long id) implements Numbered {}

    /// Something that others may want to know.
    ///
    /// @param name the game's own
    /// @param scope whom it goes to
    /// @param id the client's own: where the event goes to nobody, [ServerMessage.EventRefused] says so.
    ///     Absent where the client does not want to hear that
    @Case(name = "event", number = 33)
    record Event(
            @Member(1) String name,
            @Member(2) EventScope scope,
            @Member(3) JsonText payload,
            @Member(4) @Nullable Long id)
            implements Numbered {

        public Event(String name, EventScope scope, JsonText payload) {
            this(name, scope, payload, null);
        }
    }

    /// Asks to become a member of a group. Answered by [ServerMessage.GroupResult].
    ///
    /// @param group `name` or `name:instance`
    /// @param args for the game's code, which may refuse
    @Case(name = "group-join", number = 34)
    record GroupJoin(
            @Member(1) long id,
            @Member(2) String group,
            @Member(3) @Nullable JsonText args) implements Numbered {}

    /// Leaves a group. Answered by [ServerMessage.GroupResult].
    @Case(name = "group-leave", number = 35)
    record GroupLeave(
            @Member(1) long id,
            @Member(2) String group,
            @Member(3) @Nullable JsonText args) implements Numbered {}

    /// Dismisses all members of a group. Answered by [ServerMessage.GroupResult].
    @Case(name = "group-close", number = 36)
    record GroupClose(
            @Member(1) long id,
            @Member(2) String group,
            @Member(3) @Nullable JsonText args) implements Numbered {}

    /// Asks for a document and every later version of it. Answered by [ServerMessage.SubscriptionSnapshot], or by
    /// [ServerMessage.SubscriptionEnded] where there is none or it is not for this client.
    ///
    /// @param id the client's own; no two open subscriptions of a session have the same
    /// @param document `collection/key`, or `player` for the player's own model
    @Case(name = "subscribe", number = 37)
    record Subscribe(@Member(1) long id, @Member(2) String document) implements Numbered {}

    /// Wants no more of a subscription.
    @Case(name = "unsubscribe", number = 38)
    record Unsubscribe(@Member(1) long id) implements Numbered {}
}
