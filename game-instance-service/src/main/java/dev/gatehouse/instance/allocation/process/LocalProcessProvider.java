package dev.gatehouse.instance.allocation.process;

import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.Exit;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts each game server as a process of this machine. A server gets what it needs in its environment and
/// nothing else of this service's; its standard input is a pipe that is never written to and ends when this
/// service does, so that a server can notice. Safe to use from several threads.
public final class LocalProcessProvider implements GameServerProvider, AutoCloseable {

    public static final String NAME = Providers.LOCAL_PROCESSES;

    /// What a server may see of this service's own environment: never its keys and passwords.
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private static final Logger LOG = LoggerFactory.getLogger(LocalProcessProvider.class);

    private final LocalProcessProperties settings;
    private final CommandTemplate command;
    private final ServerLogs logs;
    private final Map<ServerId, ServerProcess> servers = new ConcurrentHashMap<>();
    private volatile Consumer<Exit> exitListener = _ -> {};
    private boolean closed; // Guarded by this.

    public LocalProcessProvider(LocalProcessProperties settings) {
        this.settings = settings;
        this.command = CommandTemplate.parse(settings.command());
        this.logs = new ServerLogs(settings.logDirectory(), settings.keepLogs());
    }

    /// Ends the servers that an earlier run of this service has left behind. To be called before the first allocation.
    ///
    /// @return how many there were
    public int endLeftovers() {
        return Leftovers.end(settings.runDirectory(), settings.killGrace());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void onExit(Consumer<Exit> listener) {
        exitListener = listener;
    }

    @Override
    public synchronized Answer allocate(Allocation allocation) {
        if (closed) {
            return new NoServer("this service is about to stop");
        }
        var existing = servers.get(allocation.serverId());
        if (existing != null) {
            return existing.isReleased() ? new NoServer("the server is being ended") : new Given(existing.hostId());
        }
        if (servers.size() >= settings.maxServers()) {
            return new NoServer("servers: " + servers.size() + " (expected: < " + settings.maxServers() + ")");
        }
        try {
            Files.createDirectories(settings.runDirectory());
            logs.makeRoom(servers.keySet());
            return new Given(start(allocation).hostId());
        } catch (IOException e) {
            return new NoServer("the server's process did not start: " + e.getMessage());
        }
    }

    @Override
    public Optional<RunningServer> describe(ServerId server) {
        return Optional.ofNullable(servers.get(server))
                .filter(ServerProcess::isRunning)
                .map(ServerProcess::toRunning);
    }

    @Override
    public List<RunningServer> list() {
        return servers.values().stream()
                .filter(ServerProcess::isRunning)
                .map(ServerProcess::toRunning)
                .toList();
    }

    @Override
    public void deallocate(ServerId server) {
        var process = servers.get(server);
        if (process != null) {
            end(process, settings.exitGrace());
        }
    }

    /// It keeps its place until it is gone.
    private void end(ServerProcess server, Duration exitGrace) {
        server.release();
        server.end(exitGrace, settings.killGrace());
        servers.remove(server.serverId(), server);
    }

    /// Notes what the servers have started. To be called over and over: what was not seen, and has no mark, outlives a
    /// server that goes by itself.
    public void look() {
        servers.values().forEach(ServerProcess::look);
    }

    /// Ends every server at once, and starts no more: what is still being created must not outlive this service.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        var ending = servers.values().stream()
                .map(server -> Thread.ofVirtual().start(() -> end(server, Duration.ZERO)))
                .toList();
        for (Thread each : ending) {
            try {
                each.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private ServerProcess start(Allocation allocation) throws IOException {
        var id = allocation.serverId();
        var process = builder(allocation).start();
        var server = new ServerProcess(id, allocation.instanceId(), process, settings.runDirectory());
        writePidFile(server);
        servers.put(id, server);
        LOG.info("game server {} of instance {} started as process {}", id, allocation.instanceId(), process.pid());
        var _ = process.onExit().thenAcceptAsync(_ -> exited(server), Thread::startVirtualThread);
        return server;
    }

    /// A server that no file names would outlive this service where it is killed, so there is none.
    private void writePidFile(ServerProcess server) throws IOException {
        try {
            server.writePidFile();
        } catch (IOException e) {
            server.end(Duration.ZERO, settings.killGrace());
            removePidFile(server);
            throw e;
        }
    }

    private static void removePidFile(ServerProcess server) {
        try {
            server.removePidFile();
        } catch (IOException e) {
            LOG.warn("the pid file of game server {} stays: {}", server.serverId(), e.getMessage());
        }
    }

    private ProcessBuilder builder(Allocation allocation) {
        var words = command.fill(Map.of(
                "instanceId", allocation.instanceId().value(),
                "serverId", allocation.serverId().value(),
                "gameId", allocation.gameId().value()));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.of(allocation.serverId()).toFile()));
        var variables = allocation.environment().get().variables();
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().putAll(variables);
        new ServerMark(allocation.serverId()).putInto(builder.environment());
        return builder;
    }

    private void exited(ServerProcess server) {
        int status = server.process().exitValue();
        LOG.info("game server {} exited with status {}", server.serverId(), status);
        // Should this service be killed meanwhile, the file names what is left.
        boolean leavesSomething = server.isThere();
        if (!leavesSomething) {
            removePidFile(server);
        }
        if (!server.isReleased()) {
            exitListener.accept(new Exit(
                    server.serverId(), server.instanceId(), "the server's process exited with status " + status));
        }
        // What it has started does not go by itself.
        server.end(Duration.ZERO, settings.killGrace());
        if (leavesSomething) {
            removePidFile(server);
        }
        servers.remove(server.serverId(), server);
    }
}
