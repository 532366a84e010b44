package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.allocation.Asker.Outcome;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent.ServerAllocated;
import dev.gatehouse.instance.life.LifeEvent.ServerReplaced;
import dev.gatehouse.instance.life.LifeEvent.StartFailed;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets a server for an instance from the providers of its route, one after the other, until one has it or the time is
/// over. Blocks for so long. Each provider is asked for a server of an id of its own, which the instance names before:
/// a server of an earlier id, whenever it comes, is nobody's, has no good tokens and is taken back.
public final class Allocator {

    private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);

    private final Providers providers;
    private final Asker asker;
    private final Limits limits;
    private final Executor background;
    private final Supplier<AllocatedServer> newServers;

    /// @param background takes servers back that nobody waits for
    /// @param newServers a server of a new unguessable id on each call, asked for by this node
    public Allocator(
            Providers providers,
            Asker asker,
            Limits limits,
            Executor background,
            Supplier<AllocatedServer> newServers) {
        this.providers = providers;
        this.asker = asker;
        this.limits = limits;
        this.background = background;
        this.newServers = newServers;
    }

    /// @param within how long all providers together may take
    /// @param nanos a monotonic clock
    public record Limits(Duration within, LongSupplier nanos) {

        Deadline deadline() {
            return Deadline.in(within, nanos);
        }
    }

    /// @param instance names the server to ask for first
    public void allocate(InstanceLife life, InstanceRecord instance) {
        var origin = instance.origin();
        var server = instance.server();
        if (server == null) {
            throw new IllegalArgumentException("instance: " + instance.id() + " (expected: one that names its server)");
        }
        providers
                .named(origin.provider())
                .ifPresentOrElse(
                        route -> allocate(life, instance, server, route.to(origin.zone())),
                        () -> life.apply(instance.id(), new StartFailed("no provider " + origin.provider())));
    }

    private void allocate(
            InstanceLife life, InstanceRecord instance, AllocatedServer first, List<GuardedProvider> route) {
        var deadline = limits.deadline();
        var server = first;
        var stops = new ArrayDeque<>(route.stream().map(Stop::first).toList());
        while (!stops.isEmpty() && !deadline.isOver()) {
            var stop = stops.remove();
            var provider = stop.provider();
            var outcome = asker.ask(instance, server, provider, deadline, stop.patience(deadline));
            if (outcome == Outcome.CROWDED) {
                // Nobody was asked for this server, so that it need not be another one the next time.
                stop.again().ifPresent(stops::add);
                continue;
            }
            if (outcome == Outcome.GOT) {
                finish(life, instance, server.serverId(), provider);
                return;
            }
            // The next one is named before this one is taken back: this one may have linked meanwhile.
            var next = newServers.get();
            var replaced = life.apply(instance.id(), new ServerReplaced(next));
            if (outcome == Outcome.OPEN && !isStillNamed(replaced)) {
                takeBack(provider, server.serverId());
            }
            if (replaced instanceof Failed) {
                return;
            }
            server = next;
        }
        var why = deadline.isOver() ? "no server within " + limits.within() : "no provider has a server";
        life.apply(instance.id(), new StartFailed(why));
    }

    /// One provider of a route. Where too many ask it, the others are asked first, and it is waited for after that.
    private record Stop(GuardedProvider provider, boolean isWaitedFor) {

        static Stop first(GuardedProvider provider) {
            return new Stop(provider, false);
        }

        Optional<Stop> again() {
            return isWaitedFor ? Optional.empty() : Optional.of(new Stop(provider, true));
        }

        Duration patience(Deadline deadline) {
            return isWaitedFor ? deadline.half() : Duration.ZERO;
        }
    }

    private void finish(InstanceLife life, InstanceRecord instance, ServerId server, GuardedProvider provider) {
        var allocated = life.apply(instance.id(), new ServerAllocated(provider.name()));
        if (allocated instanceof Failed(var why) && needsNoServer(why)) {
            LOG.warn("game server {} came too late for instance {}: {}", server, instance.id(), why.code());
            takeBack(provider, server);
        }
    }

    private void takeBack(GuardedProvider provider, ServerId server) {
        background.execute(() -> Route.deallocate(provider, server));
    }

    /// Whether the server that was to be replaced is the instance's nevertheless.
    private static boolean isStillNamed(Result replaced) {
        return replaced instanceof Failed(var why) && !needsNoServer(why);
    }

    /// An instance that cannot be changed for another reason has its server, or will have it.
    private static boolean needsNoServer(PartnerError why) {
        return why == PartnerError.INSTANCE_OVER || why == PartnerError.UNKNOWN_INSTANCE;
    }
}
