package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.launcher.simulator.Servers;
import dev.gatehouse.launcher.simulator.http.InstanceApi;
import dev.gatehouse.launcher.simulator.line.LinkLine;
import dev.gatehouse.model.id.GameId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Puts servers through all that a server must be able to do, several at once. Safe to use from any
/// thread.
public final class Conformance {

    /// So many servers may be starting: more would only take the time of each other.
    private static final int STARTS_AT_ONCE = 3;

    private final InstanceApi api;
    private final LinkLine line;
    private final Servers servers;
    private final Histories histories;
    private final Lives lives;
    private final Supplier<String> keys;
    private final Consumer<String> say;
    private final Semaphore starting = new Semaphore(STARTS_AT_ONCE, true);

    /// @param histories what the line shows itself to
    /// @param keys another one each time
    /// @param say what keeps a check from being made
    public Conformance(
            InstanceApi api,
            LinkLine line,
            Servers servers,
            Histories histories,
            Lives lives,
            Supplier<String> keys,
            Consumer<String> say) {
        this.api = api;
        this.line = line;
        this.servers = servers;
        this.histories = histories;
        this.lives = lives;
        this.keys = keys;
        this.say = say;
    }

    /// Blocks until all is judged.
    ///
    /// @param asked what is checked of the servers of each game
    public Map<GameId, Report> check(Map<GameId, Set<Check>> asked) {
        var reports = new LinkedHashMap<GameId, Report>();
        asked.forEach((game, checks) -> reports.put(game, new Report(checks)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Life life : Life.values()) {
                reports.forEach((game, report) -> {
                    if (report.wants(life)) {
                        threads.execute(() -> live(game, life, report));
                    }
                });
            }
        }
        return reports;
    }

    private void live(GameId game, Life life, Report report) {
        try {
            lives.live(life, start(game), report);
        } catch (IOException e) {
            say.accept("a check was broken off: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A server that has linked, or has had its time for it.
    private Host start(GameId game) throws IOException, InterruptedException {
        Host host;
        starting.acquire();
        try {
            host = startOne(game);
        } finally {
            starting.release();
        }
        host.links(lives.pace().link());
        return host;
    }

    /// Its process has started once it comes to the line, whatever it says there.
    private Host startOne(GameId game) throws IOException, InterruptedException {
        var created = api.create(game, keys.get(), Lives.PLAYERS);
        var history = histories.of(created.id());
        history.await(0, events -> !events.isEmpty(), lives.pace().link());
        var process = servers.process(created.serverId());
        return new Host(new LiveControls(api, line, created.id(), process), history);
    }
}
