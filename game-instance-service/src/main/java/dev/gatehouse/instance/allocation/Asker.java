package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.allocation.AllocationMetrics.Result;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one provider for one server, and looks for the server where no answer came. Blocks; safe to use from any
/// thread.
public final class Asker {

    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);

    private final ServerEnvironments environments;
    private final HostClaims claims;
    private final AllocationMetrics metrics;

    public Asker(ServerEnvironments environments, HostClaims claims, AllocationMetrics metrics) {
        this.environments = environments;
        this.claims = claims;
        this.metrics = metrics;
    }

    enum Outcome {
        /// The instance has the server.
        GOT,
        /// There is none.
        NONE,
        /// The provider was not asked: too many others ask it.
        CROWDED,
        /// It may still come, and is to be taken back.
        OPEN,
        /// What came is the server of another instance, and must not be taken back.
        ANOTHERS
    }

    /// @param patience how long to wait where too many others ask the provider
    Outcome ask(
            InstanceRecord instance,
            AllocatedServer server,
            GuardedProvider provider,
            Deadline deadline,
            Duration patience) {
        var isWanted = new AtomicBoolean(true);
        Supplier<ServerEnvironment> environment = () -> {
            if (!isWanted.get() || deadline.isOver()) {
                throw new NotWantedException("no tokens for game server " + server.serverId() + " any more");
            }
            return environments.mint(instance, server);
        };
        Supplier<Allocation> wish = () -> new Allocation(
                server.serverId(),
                instance.id(),
                instance.gameId(),
                instance.origin().zone(),
                provider.answerWithin(deadline.left()),
                environment);
        var outcome = outcomeOf(reply(provider, wish, patience), instance, server.serverId(), provider, deadline);
        isWanted.set(outcome == Outcome.GOT);
        return outcome;
    }

    private Outcome outcomeOf(
            Reply reply, InstanceRecord instance, ServerId server, GuardedProvider provider, Deadline deadline) {
        return switch (reply) {
            case Reply.Server(var hostId) -> claim(provider, hostId, instance);
            case Reply.None(var why) -> {
                LOG.warn("instance {} gets no server from {}: {}", instance.id(), provider.name(), why);
                yield Outcome.NONE;
            }
            case Reply.Crowded(var why) -> {
                LOG.info("instance {} has not asked {} yet: {}", instance.id(), provider.name(), why);
                yield Outcome.CROWDED;
            }
            case Reply.Unknown(var why) -> {
                LOG.warn("{} did not answer for instance {}: {}", provider.name(), instance.id(), why);
                yield lookUp(provider, server, deadline)
                        .map(hostId -> claim(provider, hostId, instance))
                        .orElse(Outcome.OPEN);
            }
        };
    }

    private static Reply reply(GuardedProvider provider, Supplier<Allocation> wish, Duration patience) {
        try {
            return provider.allocate(wish, patience);
        } catch (NotWantedException e) {
            return new Reply.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private Outcome claim(GuardedProvider provider, String hostId, InstanceRecord instance) {
        var holder = claims.claim(provider.name(), hostId, instance.id());
        if (holder.equals(instance.id())) {
            return Outcome.GOT;
        }
        LOG.error("{} gave instance {} the server of instance {}", provider.name(), instance.id(), holder);
        metrics.answered(provider.name(), Result.GIVEN_TWICE);
        return Outcome.ANOTHERS;
    }

    private static Optional<String> lookUp(GuardedProvider provider, ServerId server, Deadline deadline) {
        try {
            return deadline.isOver()
                    ? Optional.empty()
                    : provider.describe(server, deadline).map(found -> found.hostId());
        } catch (ProviderException e) {
            LOG.warn("{} does not say whether there is game server {}: {}", provider.name(), server, e.getMessage());
            return Optional.empty();
        }
    }
}
