package dev.gatehouse.simulation.node;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.Counters;

/// Nobody looks at the counters of a simulated node.
final class Uncounted implements Counters {

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
    public void repaired() {}

    @Override
    public void sessions(int change) {}
}
