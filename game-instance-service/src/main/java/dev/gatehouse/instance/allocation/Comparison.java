package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.life.LastTurn;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.registry.RegistryUnavailableException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares what one provider runs with what instances there are, one turn after the other.
///
/// One list says little of what is not in it: it may have been read too soon, or from a store that has just come back
/// and knows less than it did. Only what two lists in a row leave out is gone, and none counts while silence says
/// nothing. Where the registry knows nothing of most of what is in a list, the registry may be the wrong one.
final class Comparison {

    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    /// So many are taken back without any doubt, however short the list.
    private static final int NEVER_DOUBTED = 10;

    /// So many turns in a row have to say the same before most of what a provider runs is taken back.
    static final int TURNS_OF_DOUBT = 10;

    private final GuardedProvider provider;
    private final ServerOwners owners;
    private final AllocationMetrics metrics;
    private final GivingBack givingBack;
    private final LastTurn lastTurn;
    private final AtomicBoolean isUnderWay = new AtomicBoolean();

    // Only the turn that is under way touches these.
    private Sight sight = Sight.NOTHING;
    private int doubtful;

    /// @param there what was listed, and is not known to be gone
    /// @param missed those of them that the last list left out, and that nobody heard
    private record Sight(Set<RunningServer> there, Set<RunningServer> missed) {

        static final Sight NOTHING = new Sight(Set.of(), Set.of());
    }

    /// @param nanos a monotonic clock
    Comparison(
            GuardedProvider provider,
            ServerOwners owners,
            AllocationMetrics metrics,
            GivingBack givingBack,
            LongSupplier nanos) {
        this.provider = provider;
        this.owners = owners;
        this.metrics = metrics;
        this.givingBack = givingBack;
        this.lastTurn = new LastTurn(nanos);
        metrics.compares(provider.name(), lastTurn::age);
    }

    /// Begins a turn, unless one is under way.
    void beginOn(Executor background) {
        if (isUnderWay.compareAndSet(false, true)) {
            background.execute(this::turn);
        }
    }

    private void turn() {
        try {
            compare(provider.list());
            lastTurn.done();
        } catch (RuntimeException e) {
            // The provider, or the store, may be back at the next turn.
            LOG.warn("comparing the servers of {} with instances failed: {}", provider.name(), e.toString());
        } finally {
            isUnderWay.set(false);
        }
    }

    private void compare(List<RunningServer> running) {
        takeBack(nobodys(running), running.size());
        sight = look(sight, running);
    }

    private Map<RunningServer, Verdict> nobodys(List<RunningServer> running) {
        var nobodys = new LinkedHashMap<RunningServer, Verdict>();
        for (RunningServer server : running) {
            // Kept where its instance cannot be read.
            var verdict = read(server, () -> owners.verdictOn(provider, server), Verdict.NEEDED);
            if (verdict != Verdict.NEEDED) {
                nobodys.put(server, verdict);
            }
        }
        return nobodys;
    }

    private void takeBack(Map<RunningServer, Verdict> nobodys, int running) {
        boolean doubted = isDoubted(nobodys.values(), running);
        nobodys.forEach((server, verdict) -> {
            if (!doubted || verdict != Verdict.LEFT_BEHIND) {
                LOG.warn("game server {} is no instance's, {}: given back", server.serverId(), verdict);
                givingBack.begin(
                        server.serverId(), verdict, () -> owners.verdictOn(provider, server) != Verdict.NEEDED);
            }
        });
    }

    /// Whether most of what runs has been left behind, all of a sudden: more likely it is the registry that was.
    private boolean isDoubted(Collection<Verdict> verdicts, int running) {
        int leftBehind = (int) verdicts.stream()
                .filter(verdict -> verdict == Verdict.LEFT_BEHIND)
                .count();
        boolean isMost = leftBehind > NEVER_DOUBTED && leftBehind > running / 2;
        doubtful = isMost ? Math.min(doubtful + 1, TURNS_OF_DOUBT) : 0;
        if (!isMost || doubtful == TURNS_OF_DOUBT) {
            return false;
        }
        LOG.error(
                "{} of {} game servers of {} are no instance's: kept until {} turns in a row say so, this is number {};"
                        + " is this the right registry?",
                leftBehind,
                running,
                provider.name(),
                TURNS_OF_DOUBT,
                doubtful);
        metrics.doubted(provider.name());
        return true;
    }

    private Sight look(Sight before, List<RunningServer> running) {
        var there = new HashSet<>(before.there());
        var missed = new HashSet<RunningServer>();
        if (owners.canBeHeard()) {
            var listed = new HashSet<>(running);
            there.stream()
                    // Whatever its provider says, a server that is heard is there.
                    .filter(server -> !listed.contains(server) && !read(server, () -> owners.isHeard(server), true))
                    .forEach(missed::add);
            missed.stream().filter(before.missed()::contains).forEach(this::lose);
            there.removeIf(server -> missed.contains(server) && before.missed().contains(server));
        }
        there.addAll(running);
        return new Sight(there, missed);
    }

    private void lose(RunningServer server) {
        if (owners.lose(server)) {
            metrics.vanished();
        }
    }

    /// @param otherwise where its instance cannot be read, such as one that only a newer version can read
    private static <T> T read(RunningServer server, Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("game server {} cannot be compared: {}", server.serverId(), e.toString());
            return otherwise;
        }
    }
}
