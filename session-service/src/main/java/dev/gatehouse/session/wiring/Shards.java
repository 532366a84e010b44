package dev.gatehouse.session.wiring;

import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.session.shard.Shard;
import dev.gatehouse.session.shard.ShardLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The shards of this node and their threads.
final class Shards implements AutoCloseable {

    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<Shard<Append, AppendResult>> all = new ArrayList<>();

    Shards(ShardProperties settings, PlayerJournal journal, ScheduledExecutorService timers) {
        var limits = new ShardLimits(settings.queue(), settings.turn(), settings.retry());
        for (int i = 0; i < settings.threads(); i++) {
            var thread = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("shard-" + i).factory());
            threads.add(thread);
            all.add(new Shard<>(limits, journal::append, thread, timers));
        }
    }

    List<Shard<Append, AppendResult>> all() {
        return List.copyOf(all);
    }

    int waiting() {
        return all.stream().mapToInt(Shard::waiting).sum();
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }
}
