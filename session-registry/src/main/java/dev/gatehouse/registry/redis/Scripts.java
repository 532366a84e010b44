package dev.gatehouse.registry.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs scripts on one [RedisLine]: by digest, and once more with its text where the node does not know it yet.
/// Every call is answered or given up on within twice the timeout: once for a connection, once for the reply.
/// Safe for use by several threads.
public final class Scripts {

    private final RedisLine line;
    private final Duration timeout;
    private final @Nullable ReplicatedWrites replicated;

    /// @param timeout for a connection, and again for the reply
    public Scripts(RedisLine line, Duration timeout) {
        this(line, timeout, null);
    }

    private Scripts(RedisLine line, Duration timeout, @Nullable ReplicatedWrites replicated) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0)");
        }
        this.line = line;
        this.timeout = timeout;
        this.replicated = replicated;
    }

    /// The same, but a [#write] is answered only when a replica has it as well.
    ///
    /// @param patience how long a replica may take; shorter than the timeout, whole milliseconds
    public Scripts confirmedByReplica(Duration patience) {
        return new Scripts(line, timeout, new ReplicatedWrites(line, timeout, patience));
    }

    /// Runs one script.
    ///
    /// @return fails with [RegistryUnavailableException] if Redis cannot be asked, otherwise only by a bug
    public <T> CompletionStage<T> run(ScriptCall<T> call) {
        return runAll(List.of(call)).getFirst();
    }

    /// Runs scripts in one pipeline: all are written in one go, in this order, to the nodes that they belong
    /// to.
    ///
    /// @return one stage for each call, in order; each fails by itself, as that of [#run]
    public <T> List<CompletionStage<T>> runAll(List<ScriptCall<T>> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        var runs = calls.stream()
                .map(call -> new ScriptRun<>(call, line.deadlines(), timeout))
                .toList();
        var attempt = line.connection().copy();
        line.deadlines().bound(attempt, timeout);
        // Who waits for a reply is named before anything is sent: replies are then understood on the connection's
        // own thread, in their order, and so is what has to be sent again with its text.
        var answers = attempt.thenApply(connection -> {
            var awaited = runs.stream().map(run -> run.answer(connection)).toList();
            connection.dispatch(runs.stream().map(ScriptRun::command).toList());
            runs.forEach(ScriptRun::sent);
            return awaited;
        });
        return IntStream.range(0, runs.size())
                .<CompletionStage<T>>mapToObj(
                        i -> runs.get(i).understood(answers.thenCompose(awaited -> awaited.get(i))))
                .toList();
    }

    /// Runs scripts that write what somebody is to rely on, in one pipeline as [#runAll] does.
    ///
    /// @return as that of [#runAll]; with [#confirmedByReplica], also fails where no replica has it in time
    public <T> List<CompletionStage<T>> write(List<ScriptCall<T>> calls) {
        return replicated == null ? runAll(calls) : replicated.write(calls);
    }
}
