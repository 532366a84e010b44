package dev.gatehouse.providerkit;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.RunningServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A host whose servers are entries of a list, behind a line that may break.
final class MemoryHost implements TestHost {

    /// @param allocation what it was started for
    private record Server(Allocation allocation, String hostId, Map<String, String> environment) {

        ServerId id() {
            return allocation.serverId();
        }

        RunningServer seen() {
            return new RunningServer(id(), allocation.instanceId(), hostId);
        }
    }

    private final GameServerProvider provider;
    private final MemoryLine line = new MemoryLine();
    private final List<Server> servers = new ArrayList<>(); // Guarded by this, as is started.
    private int started;

    MemoryHost(Set<Mistake> mistakes) {
        this.provider = new MemoryProvider(this, mistakes);
    }

    /// Has the host do something, and brings back what it says.
    ///
    /// @throws TimeoutException if the reply is not there in time, or is lost
    <T> T ask(Duration within, Supplier<T> what) throws InterruptedException, TimeoutException {
        return line.carry(within, () -> {
            synchronized (this) {
                return what.get();
            }
        });
    }

    synchronized Optional<RunningServer> find(ServerId id) {
        return servers.stream()
                .filter(server -> server.id().equals(id))
                .map(Server::seen)
                .findFirst();
    }

    synchronized List<RunningServer> all() {
        return servers.stream().map(Server::seen).toList();
    }

    synchronized int size() {
        return servers.size();
    }

    /// @return how many were started with it
    synchronized int start(Allocation allocation, String hostId, Map<String, String> environment) {
        servers.add(new Server(allocation, hostId, environment));
        return ++started;
    }

    /// How many servers were ever started.
    synchronized int started() {
        return started;
    }

    /// @return whether there was one
    synchronized boolean stop(ServerId id) {
        return servers.removeIf(server -> server.id().equals(id));
    }

    @Override
    public GameServerProvider provider() {
        return provider;
    }

    @Override
    public synchronized List<ServerId> running() {
        return servers.stream().map(Server::id).toList();
    }

    @Override
    public synchronized Map<String, String> environmentOf(ServerId id) {
        return servers.stream()
                .filter(server -> server.id().equals(id))
                .findFirst()
                .orElseThrow()
                .environment();
    }

    @Override
    public void crash(ServerId id) {
        stop(id);
    }

    @Override
    public Optional<Line> line() {
        return Optional.of(line);
    }

    @Override
    public void close() {
        line.goOn();
    }
}
