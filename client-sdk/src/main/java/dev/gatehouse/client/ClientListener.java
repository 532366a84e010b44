package dev.gatehouse.client;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import java.time.Duration;

/// Hears what happens to a session: one call at a time, in order, on a thread of the session's own
/// that may block. What a call throws is logged and forgotten.
///
/// The SDK's futures complete on this same thread, after the call that says the same: whoever saw a
/// flush, a start or an end done knows that the listener has heard of it. A call that waits for a
/// future therefore waits for ever, and with it everything that would be told after it: hang what
/// comes next on the future instead.
public interface ClientListener<M extends PlayerModel> {

    /// A session began. Comes again, with another session id and the server's model, where the old
    /// session could not be resumed: what it had not acknowledged is then lost. And once more after a login
    /// in an unauthenticated session, which has no model.
    default void onStarted(ClientSession<M> session) {}

    /// The session goes on on another socket; nothing was lost or doubled.
    default void onResumed(ClientSession<M> session) {}

    /// The session goes on at another server of the suite's, on the same socket.
    ///
    /// @param gap whether something was lost with the old one: open calls fail with
    ///     `session_moved`, the model and all followed documents come anew
    default void onRewound(ClientSession<M> session, boolean gap) {}

    /// The model is the server's now, with what was run here since: after a gap, and with every change where
    /// another session of the same player leads.
    default void onModelReplaced(ClientSession<M> session) {}

    /// Another session of the same player leads now, or this one does in its place. The model is the server's;
    /// what was run here and not answered is lost, and its flushes are done with results `not_leading`.
    ///
    /// @param leads whether this session runs the player's actions from here on; if not, it looks on
    default void onLeadChanged(ClientSession<M> session, boolean leads) {}

    /// What is known of maintenance, at the first connection and when it changes.
    default void onMaintenance(Maintenance news) {}

    /// There is no socket now, and there will be another attempt.
    ///
    /// @param why of the last socket or attempt
    /// @param pause before the next attempt
    default void onRecovering(ConnectionLost why, Duration pause) {}

    /// An action of the server's was executed on this copy.
    ///
    /// @param result `ok`, or the game's own code
    default void onServerAction(ActionMode mode, Action<M> action, String result) {}

    /// The server has what was flushed, durably.
    default void onFlushed(FlushResult result) {}

    /// An event that was sent goes to nobody: too many were sent in too short a time, or it is not allowed.
    ///
    /// @param name of the event
    default void onEventRefused(String name, CallError why) {}

    /// News of a game instance that the player belongs to; with `HOST_DETAILS` comes the way in. The same may come
    /// twice.
    default void onGameInstance(GameInstance news) {}

    /// The session is over. The last call.
    default void onEnded(ConnectionLost why) {}
}
