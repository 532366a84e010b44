package dev.gatehouse.session.player.world;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.desync.NotKept;

/// What an operator counts. Called on any thread.
public interface Counters {

    void started();

    /// @param resumed false if the session could not be resumed
    void resume(boolean resumed);

    void refused(ConnectionError why);

    void ended(ConnectionError why);

    void flush(FlushResult result);

    /// One is in the journal, and its caller is about to hear so.
    void serverAction(ActionMode mode);

    /// Another node owns a player that this one held.
    void fenced();

    /// Redis had lost the last of a player's journal, and was given it again.
    void repaired();

    /// The journal of a player led to other models than when it was written.
    ///
    /// @param sameLogic whether the same version of the game's logic had written it, which should not be
    void replayedOtherwise(boolean sameLogic);

    /// What is stored of a player cannot be read here.
    ///
    /// @param isLater whether a later version has written it
    void unreadable(boolean isLater);

    /// What is known of a desync is not kept.
    void desyncNotKept(NotKept why);

    /// How many more, or fewer, sessions there are.
    void sessions(int change);

    /// What became of a flush.
    enum FlushResult {
        /// In the journal, and its client is about to hear so.
        ACCEPTED,
        MISMATCH,
        REJECTED,
        /// Another session of the player leads.
        NOT_LEADING
    }
}
