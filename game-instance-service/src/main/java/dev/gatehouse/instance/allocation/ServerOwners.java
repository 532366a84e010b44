package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.life.Hearing;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The instances that providers' servers belong to. Calls block, and fail where the registry cannot be asked. Safe to
/// use from several threads.
public final class ServerOwners {

    private static final Logger LOG = LoggerFactory.getLogger(ServerOwners.class);

    private final InstanceStore store;
    private final InstanceLife life;
    private final HostClaims claims;
    private final Hearing hearing;

    public ServerOwners(InstanceStore store, InstanceLife life, HostClaims claims, Hearing hearing) {
        this.store = store;
        this.life = life;
        this.claims = claims;
        this.hearing = hearing;
    }

    /// What the server is to the instance that it was allocated for.
    Verdict verdictOn(GuardedProvider provider, RunningServer server) {
        var verdict = Verdict.of(server, store.load(server.instanceId()).map(Stored::instance));
        return verdict != Verdict.NEEDED && isAnothers(provider, server) ? Verdict.NEEDED : verdict;
    }

    /// A host that gave one server twice would end a game in progress if it were asked to take it back.
    private boolean isAnothers(GuardedProvider provider, RunningServer server) {
        InstanceId holder = claims.claim(provider.name(), server.hostId(), server.instanceId());
        return !holder.equals(server.instanceId())
                && store.load(holder)
                        .filter(each -> !Verdict.isOver(each.instance()))
                        .isPresent();
    }

    /// Whether a server that is not heard is silent.
    boolean canBeHeard() {
        return hearing.isGood();
    }

    boolean isHeard(RunningServer server) {
        return store.load(server.instanceId()).filter(Stored::heard).isPresent();
    }

    /// The provider does not have the server any more.
    ///
    /// @return whether an instance has lost it by that
    boolean lose(RunningServer server) {
        var instance = store.load(server.instanceId()).map(Stored::instance);
        // While one is asked for, whoever asks deals with it.
        boolean awaited = instance.filter(each -> each.state() == InstanceState.ALLOCATING)
                .isPresent();
        if (awaited || Verdict.of(server, instance) != Verdict.NEEDED) {
            return false;
        }
        LOG.warn("game server {} of instance {} is gone", server.serverId(), server.instanceId());
        var lost = new ServerLost(server.serverId(), "the provider does not have the server any more");
        return life.apply(server.instanceId(), lost) instanceof Done done && done.changed();
    }
}
