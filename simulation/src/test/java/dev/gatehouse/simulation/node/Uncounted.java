package dev.gatehouse.simulation.node;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.desync.NotKept;
import dev.gatehouse.session.player.world.Counters;
import dev.gatehouse.simulation.check.History;
import dev.gatehouse.simulation.check.Promise;

/// Nobody looks at the counters of a simulated node. Its registry forgets nothing and its game stays the same, so there
/// is never anything to repair, and nothing that leads elsewhere.
final class Uncounted implements Counters {

    private final History history;

    Uncounted(History history) {
        this.history = history;
    }

    @Override
    public void started() {}

    @Override
    public void resume(boolean resumed) {}

    @Override
    public void refused(ConnectionError why) {}

    @Override
    public void ended(ConnectionError why) {}

    @Override
    public void flush(FlushResult result) {}

    @Override
    public void serverAction(ActionMode mode) {}

    @Override
    public void fenced() {}

    @Override
    public void repaired() {
        history.violated(Promise.C3, "a node thinks that the registry has lost entries");
    }

    @Override
    public void unreadable(boolean isLater) {}

    @Override
    public void replayedOtherwise(boolean sameLogic) {
        history.violated(Promise.C9, "a journal leads to another model than when it was written");
    }

    @Override
    public void desyncNotKept(NotKept why) {}

    @Override
    public void sessions(int change) {}
}
