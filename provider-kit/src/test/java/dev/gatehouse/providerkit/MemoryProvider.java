package dev.gatehouse.providerkit;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gets servers from a [MemoryHost], and makes the mistakes that it is told to make.
final class MemoryProvider implements GameServerProvider {

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final MemoryHost host;
    private final Set<Mistake> mistakes;

    /// Only the one that believes in it keeps it.
    private final Map<ServerId, RunningServer> book = new ConcurrentHashMap<>();

    MemoryProvider(MemoryHost host, Set<Mistake> mistakes) {
        this.host = host;
        this.mistakes = mistakes;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Answer allocate(Allocation allocation) {
        var early = makes(Mistake.MINTS_TOO_EARLY) ? allocation.environment().get() : null;
        var within = makes(Mistake.WAITS_FOR_EVER) ? FOR_EVER : allocation.within();
        var secret = makes(Mistake.TELLS_SECRETS) ? " to secret-of-" + allocation.serverId() : "";
        var answer = ask(within, secret, () -> {
            var there = makes(Mistake.DOUBLES) ? Optional.<RunningServer>empty() : known(allocation.serverId());
            if (there.isPresent()) {
                return new Answer.Given(there.get().hostId());
            }
            if (host.size() >= TestHost.CAPACITY && !makes(Mistake.OVERCOMMITS)) {
                return new Answer.NoServer("all places are taken");
            }
            return new Answer.Given(start(allocation, early == null ? null : early.variables()));
        });
        if (answer instanceof Answer.NoServer && makes(Mistake.FAILS_WHERE_IT_IS_FULL)) {
            throw new ProviderException("no place");
        }
        if (answer instanceof Answer.Given(var hostId) && makes(Mistake.BELIEVES_ITS_OWN_BOOK)) {
            var server = new RunningServer(allocation.serverId(), allocation.instanceId(), hostId);
            book.put(allocation.serverId(), server);
        }
        return answer;
    }

    private String start(Allocation allocation, @Nullable Map<String, String> early) {
        if (makes(Mistake.STARTS_UNWANTED)) {
            host.start(allocation, "unwanted", Map.of());
            var _ = allocation.environment().get();
            host.stop(allocation.serverId());
        }
        var environment = early == null ? allocation.environment().get().variables() : early;
        var hostId = makes(Mistake.CALLS_TWO_THE_SAME) ? "place-" + host.size() : "start-" + host.started();
        host.start(allocation, hostId, makes(Mistake.FORGETS_THE_ENVIRONMENT) ? Map.of() : environment);
        return hostId;
    }

    @Override
    public Optional<RunningServer> describe(ServerId server) {
        return ask(WITHIN, "", () -> known(server));
    }

    @Override
    public List<RunningServer> list() {
        if (makes(Mistake.ANSWERS_WHEN_INTERRUPTED) && Thread.currentThread().isInterrupted()) {
            return List.of();
        }
        return ask(WITHIN, "", () -> makes(Mistake.BELIEVES_ITS_OWN_BOOK) ? List.copyOf(book.values()) : host.all());
    }

    @Override
    public void deallocate(ServerId server) {
        boolean gone = ask(WITHIN, "", () -> {
            book.remove(server);
            if (makes(Mistake.STOPS_NOTHING)) {
                return true;
            }
            var first = host.all().stream().map(RunningServer::serverId).findFirst();
            return host.stop(makes(Mistake.STOPS_ANOTHER_ONE) ? first.orElse(server) : server);
        });
        if (!gone && makes(Mistake.FAILS_WHERE_NOTHING_IS_LEFT)) {
            throw new ProviderException("there is no " + server);
        }
    }

    private Optional<RunningServer> known(ServerId server) {
        return makes(Mistake.BELIEVES_ITS_OWN_BOOK) ? Optional.ofNullable(book.get(server)) : host.find(server);
    }

    private boolean makes(Mistake mistake) {
        return mistakes.contains(mistake);
    }

    private <T> T ask(Duration within, String secret, Supplier<T> what) {
        boolean wasInterrupted = makes(Mistake.GOES_ON_WHEN_INTERRUPTED) && Thread.interrupted();
        try {
            return host.ask(within, what);
        } catch (TimeoutException e) {
            throw new ProviderException(e.getMessage() + secret, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted", e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
