package dev.gatehouse.gameserver;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PooledServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The game servers that run here, each on a thread of its own, and the places that there are for them.
/// What is to be said of them is handed out while nothing changes, so that it is said in the order in which
/// it became so: whoever takes it must not block. Safe to use from any thread.
final class PooledServers {

    private static final System.Logger LOG = System.getLogger(PooledServers.class.getName());

    private final PooledGame game;
    private final ThreadFactory threads;
    private final BiConsumer<PooledServer, String> ended;
    private final Map<ServerId, Running> running = new LinkedHashMap<>(); // Guarded by this, as is all below.
    private int places;
    private @Nullable CompletableFuture<Void> idle; // Absent while nobody waits for the last one to end.

    /// @param released who waits for its end; nobody while it is wanted
    private record Running(PooledServer server, Thread thread, List<Consumer<Outcome>> released) {}

    /// @param ended takes a server that has ended by itself, and why
    PooledServers(PooledGame game, ThreadFactory threads, int places, BiConsumer<PooledServer, String> ended) {
        this.game = game;
        this.threads = threads;
        this.places = places;
        this.ended = ended;
    }

    /// @param state takes the places, and every server that runs
    synchronized void report(BiConsumer<Integer, List<PooledServer>> state) {
        state.accept(places, running());
    }

    synchronized List<PooledServer> running() {
        return running.values().stream().map(Running::server).toList();
    }

    /// Takes another number of servers from now on; those that run go on.
    synchronized void offer(int places) {
        this.places = places;
    }

    /// Runs one more, unless it runs already.
    synchronized void allocate(GameServerConfiguration configuration, Consumer<Outcome> answer) {
        if (running.containsKey(configuration.serverId())) {
            answer.accept(Outcome.RUNNING);
        } else if (running.size() >= places) {
            answer.accept(Outcome.REFUSED);
        } else {
            start(configuration);
            answer.accept(Outcome.RUNNING);
        }
    }

    synchronized void describe(ServerId server, Consumer<Outcome> answer) {
        answer.accept(running.containsKey(server) ? Outcome.RUNNING : Outcome.GONE);
    }

    /// Has it end.
    ///
    /// @param answer hears of it once it has ended, which is up to the game
    synchronized void release(ServerId server, Consumer<Outcome> answer) {
        var found = running.get(server);
        if (found == null) {
            answer.accept(Outcome.GONE);
        } else {
            found.released().add(answer);
            found.thread().interrupt();
        }
    }

    /// Has all of them end.
    synchronized void end() {
        running.values().forEach(each -> each.thread().interrupt());
    }

    /// Completes once none runs.
    synchronized CompletableFuture<Void> idle() {
        if (running.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        if (idle == null) {
            idle = new CompletableFuture<>();
        }
        return idle.copy();
    }

    private void start(GameServerConfiguration configuration) {
        var server = new PooledServer(configuration.serverId(), configuration.instanceId());
        var thread = threads.newThread(() -> run(configuration));
        running.put(server.serverId(), new Running(server, thread, new ArrayList<>()));
        thread.start();
    }

    private void run(GameServerConfiguration configuration) {
        var why = "the game has returned";
        try {
            game.run(configuration);
        } catch (InterruptedException e) {
            why = "the game was interrupted";
        } catch (Exception | LinkageError | AssertionError e) {
            // The game's own code: the other servers go on.
            LOG.log(System.Logger.Level.ERROR, "game server " + configuration.serverId() + " has failed", e);
            why = "the game has failed: " + e.getClass().getSimpleName();
        } finally {
            end(configuration.serverId(), why);
        }
    }

    private synchronized void end(ServerId id, String why) {
        var gone = running.remove(id);
        if (gone == null) {
            return;
        }
        if (gone.released().isEmpty()) {
            ended.accept(gone.server(), why);
        } else {
            gone.released().forEach(answer -> answer.accept(Outcome.GONE));
        }
        if (running.isEmpty() && idle != null) {
            // Whoever waits goes on elsewhere: this is not the time for its code.
            idle.completeAsync(() -> null);
            idle = null;
        }
    }
}
