package dev.gatehouse.session.load;

import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.session.fixture.SessionNode;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/// What a node and its Redis have done, since they began or between two looks at them.
///
/// @param nanos that have passed
/// @param pipelines that the node's journal sent and waited for
/// @param scripts that Redis ran, whatever for
/// @param reads how often Redis read from a socket, whoever's
/// @param nodeNanos of a processor, in the node's own threads
/// @param redisNanos of a processor, in Redis
public record Work(long nanos, long pipelines, long scripts, long reads, long nodeNanos, long redisNanos) {

    /// Of the shards, the link's and Redis' sockets, and the timers. The players are in the same process.
    private static final List<String> NODE_THREADS = List.of("shard-", "reactor-", "lettuce-", "timers");

    static Work soFar(SessionNode node) {
        var pipelines = ((CountedJournal) node.bean(PlayerJournal.class)).pipelines();
        try (var redis = node.bean(RedisConnectionFactory.class).getConnection()) {
            var info = Objects.requireNonNull(redis.serverCommands().info("all"));
            return new Work(
                    System.nanoTime(),
                    pipelines,
                    scripts(info),
                    Long.parseLong(info.getProperty("total_reads_processed")),
                    ofTheNode(),
                    nanos(info, "used_cpu_user") + nanos(info, "used_cpu_sys"));
        }
    }

    private static long scripts(Properties info) {
        var calls = info.getProperty("cmdstat_evalsha").replaceAll("calls=(\\d+),.*", "$1");
        return Long.parseLong(calls);
    }

    private static long nanos(Properties info, String seconds) {
        return (long) (1e9 * Double.parseDouble(info.getProperty(seconds)));
    }

    private static long ofTheNode() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && NODE_THREADS.stream().anyMatch(thread.getThreadName()::startsWith))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    Work since(Work before) {
        return new Work(
                nanos - before.nanos,
                pipelines - before.pipelines,
                scripts - before.scripts,
                reads - before.reads,
                nodeNanos - before.nodeNanos,
                redisNanos - before.redisNanos);
    }
}
