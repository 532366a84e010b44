package dev.gatehouse.instance.allocation.process;

import dev.gatehouse.instance.allocation.AllocationException;
import dev.gatehouse.instance.allocation.GameServerProvider;
import dev.gatehouse.model.id.ServerId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts each game server as a process of this machine. A server gets what it needs in its environment and
/// nothing else of this service's; its standard input is a pipe that is never written to and ends when this
/// service does, so that a server can notice. Safe to use from several threads.
public final class LocalProcessProvider implements GameServerProvider, AutoCloseable {

    public static final String NAME = "local-process";

    /// What a server may see of this service's own environment: never its keys and passwords.
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private static final Logger LOG = LoggerFactory.getLogger(LocalProcessProvider.class);

    private final LocalProcessProperties settings;
    private final CommandTemplate command;
    private final URI partnerUrl;
    private final Map<ServerId, ServerProcess> servers = new ConcurrentHashMap<>();
    private volatile Consumer<Exit> exitListener = _ -> {};
    private boolean closed; // Guarded by this.

    /// @param partnerUrl where game servers reach this service, such as `ws://127.0.0.1:8082`
    public LocalProcessProvider(LocalProcessProperties settings, URI partnerUrl) {
        this.settings = settings;
        this.command = CommandTemplate.parse(settings.command());
        this.partnerUrl = partnerUrl;
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
    public synchronized void allocate(Allocation allocation) throws AllocationException {
        if (closed) {
            throw new AllocationException("this service is about to stop");
        }
        if (servers.containsKey(allocation.serverId())) {
            return;
        }
        if (servers.size() >= settings.maxServers()) {
            throw new AllocationException(
                    "servers: " + servers.size() + " (expected: < " + settings.maxServers() + ")");
        }
        try {
            Files.createDirectories(settings.runDirectory());
            Files.createDirectories(settings.logDirectory());
            start(allocation);
        } catch (IOException e) {
            throw new AllocationException("the server's process did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public Condition describe(ServerId server) {
        var process = servers.get(server);
        if (process == null) {
            return Condition.UNKNOWN;
        }
        return process.isRunning() ? Condition.RUNNING : Condition.GONE;
    }

    @Override
    public List<RunningServer> list() {
        return servers.values().stream()
                .map(server -> new RunningServer(server.serverId(), server.instanceId()))
                .toList();
    }

    @Override
    public void deallocate(ServerId server) {
        // Taken out first: its exit is no news any more.
        var process = servers.remove(server);
        if (process != null) {
            process.end(settings.exitGrace(), settings.killGrace());
        }
    }

    /// Ends every server at once, and starts no more: what is still being created must not outlive this service.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        var ending = servers.keySet().stream()
                .map(id -> Thread.ofVirtual().start(() -> {
                    var process = servers.remove(id);
                    if (process != null) {
                        process.end(Duration.ZERO, settings.killGrace());
                    }
                }))
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

    private void start(Allocation allocation) throws IOException {
        var id = allocation.serverId();
        var process = builder(allocation).start();
        var server = new ServerProcess(id, allocation.instanceId(), process, pidFile(id));
        servers.put(id, server);
        server.writePidFile();
        LOG.info("game server {} of instance {} started as process {}", id, allocation.instanceId(), process.pid());
        var _ = process.onExit().thenAccept(_ -> exited(server));
    }

    private ProcessBuilder builder(Allocation allocation) {
        var words = command.fill(Map.of(
                "instanceId", allocation.instanceId().value(),
                "serverId", allocation.serverId().value(),
                "gameId", allocation.gameId().value()));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logFile(allocation.serverId()).toFile()));
        var tokens = allocation.tokens().get();
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment()
                .putAll(Map.of(
                        "GATEHOUSE_PARTNER_URL", partnerUrl.toString(),
                        "GATEHOUSE_SOCIAL_TOKEN", tokens.social(),
                        "GATEHOUSE_GAME_TOKEN", tokens.game(),
                        "GATEHOUSE_GAME_INSTANCE_ID", allocation.instanceId().value(),
                        "GATEHOUSE_SERVER_ID", allocation.serverId().value()));
        return builder;
    }

    private void exited(ServerProcess server) {
        try {
            server.removePidFile();
        } catch (IOException e) {
            LOG.warn("the pid file of game server {} stays: {}", server.serverId(), e.getMessage());
        }
        int status = server.process().exitValue();
        LOG.info("game server {} exited with status {}", server.serverId(), status);
        if (servers.remove(server.serverId(), server)) {
            exitListener.accept(new Exit(
                    server.serverId(), server.instanceId(), "the server's process exited with status " + status));
        }
    }

    private Path pidFile(ServerId server) {
        return settings.runDirectory().resolve("game-server-" + server + ".pid");
    }

    private Path logFile(ServerId server) {
        return settings.logDirectory().resolve("game-server-" + server + ".log");
    }
}
