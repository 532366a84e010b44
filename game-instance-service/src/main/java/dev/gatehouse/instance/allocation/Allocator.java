package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent.AllocationStarted;
import dev.gatehouse.instance.life.LifeEvent.ServerAllocated;
import dev.gatehouse.instance.life.LifeEvent.StartFailed;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets a server for an instance from its provider. Blocks for as long as the provider does; a server that
/// comes after the instance's deadline is given back.
public final class Allocator {

    private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);

    private final NodeId node;
    private final Providers providers;
    private final ServerEnvironments environments;
    private final Duration within;
    private final Supplier<ServerId> newIds;

    /// @param within how long a provider may take
    /// @param newIds a new unguessable id on each call
    public Allocator(
            NodeId node,
            Providers providers,
            ServerEnvironments environments,
            Duration within,
            Supplier<ServerId> newIds) {
        this.node = node;
        this.providers = providers;
        this.environments = environments;
        this.within = within;
        this.newIds = newIds;
    }

    public void allocate(InstanceLife life, InstanceRecord instance) {
        var server = newIds.get();
        var started = new AllocationStarted(AllocatedServer.asked(server, node));
        if (life.apply(instance.id(), started) instanceof Failed(var why)) {
            LOG.info("instance {} gets no server: {}", instance.id(), why.code());
            return;
        }
        var provider = providers.named(instance.origin().provider());
        if (provider.isEmpty()) {
            life.apply(
                    instance.id(),
                    new StartFailed("no provider " + instance.origin().provider()));
            return;
        }
        ask(life, instance, server, provider.get());
    }

    private void ask(InstanceLife life, InstanceRecord instance, ServerId server, GameServerProvider provider) {
        try {
            var answer = provider.allocate(new Allocation(
                    server,
                    instance.id(),
                    instance.gameId(),
                    instance.origin().zone(),
                    within,
                    () -> environments.mint(life, instance, server)));
            if (answer instanceof NoServer(var why)) {
                LOG.warn("instance {} gets no server from {}: {}", instance.id(), provider.name(), why);
                life.apply(instance.id(), new StartFailed("the provider has no server"));
                return;
            }
        } catch (RuntimeException e) {
            // A provider is somebody else's code: whatever it throws, the instance must come to an end.
            LOG.error("provider {} failed for instance {}", provider.name(), instance.id(), e);
            life.apply(instance.id(), new StartFailed("the provider failed"));
            provider.deallocate(server);
            return;
        }
        if (life.apply(instance.id(), new ServerAllocated()) instanceof Failed(var why)) {
            LOG.warn("game server {} came too late for instance {}: {}", server, instance.id(), why.code());
            provider.deallocate(server);
        }
    }
}
