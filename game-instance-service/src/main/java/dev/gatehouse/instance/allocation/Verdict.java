package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.Optional;

/// What a running server is to the instance that it was allocated for. An instance names its server before a provider
/// is asked for it, so a server that it does not name is nobody's.
public enum Verdict {
    /// The instance's own. After the end it is needed until that has been dealt with, which takes it back.
    NEEDED,
    /// The instance is over, and its server never linked.
    NEVER_LINKED,
    /// The instance has another server: this one's provider did not answer, and another was asked.
    ALLOCATED_TWICE,
    /// Its instance is over or unknown.
    LEFT_BEHIND;

    static Verdict of(RunningServer running, Optional<InstanceRecord> found) {
        if (found.isEmpty() || found.get().server() == null) {
            return LEFT_BEHIND;
        }
        var instance = found.get();
        var server = instance.server();
        if (server != null && !server.serverId().equals(running.serverId())) {
            return ALLOCATED_TWICE;
        }
        if (!isOver(instance)) {
            return NEEDED;
        }
        boolean linked = instance.history().stream().anyMatch(entry -> entry.state() == InstanceState.LINKED);
        return linked ? LEFT_BEHIND : NEVER_LINKED;
    }

    /// Whether nothing of the instance needs a server any more.
    static boolean isOver(InstanceRecord instance) {
        return Instances.isOver(instance) && instance.released();
    }
}
