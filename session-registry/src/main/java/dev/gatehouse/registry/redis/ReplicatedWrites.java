package dev.gatehouse.registry.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Runs scripts and has a replica confirm them: after those of one node, in the same pipeline, goes a `WAIT` for
/// everything that was written before it over the same connection. Safe for use by several threads.
final class ReplicatedWrites {

    private static final int REPLICAS = 1;

    private final RedisLine line;
    private final Duration timeout;
    private final Duration patience;

    ReplicatedWrites(RedisLine line, Duration timeout, Duration patience) {
        // A WAIT of 0 ms waits for ever.
        if (patience.toMillis() < 1 || patience.compareTo(timeout) >= 0) {
            throw new IllegalArgumentException(
                    "patience: " + patience + " (expected: at least 1 ms, shorter than the timeout, " + timeout + ")");
        }
        this.line = line;
        this.timeout = timeout;
        this.patience = patience;
    }

    /// A run and the connection that it goes over, once that is there.
    private record Errand<T>(
            ScriptRun<T> run,
            CompletableFuture<StatefulConnection<byte[], byte[]>> connection,
            CompletableFuture<T> answer) {

        boolean isConnected() {
            return connection.isDone() && !connection.isCompletedExceptionally();
        }
    }

    <T> List<CompletionStage<T>> write(List<ScriptCall<T>> calls) {
        var errands = calls.stream().map(this::errand).toList();
        var connections = errands.stream().map(Errand::connection).toArray(CompletableFuture<?>[]::new);
        var _ = CompletableFuture.allOf(connections).whenComplete((_, _) -> send(errands));
        return errands.stream()
                .<CompletionStage<T>>map(errand -> errand.run.understood(errand.answer))
                .toList();
    }

    private <T> Errand<T> errand(ScriptCall<T> call) {
        var run = new ScriptRun<>(call, line.deadlines(), timeout);
        var connection = line.connectionFor(run.key()).copy();
        line.deadlines().bound(connection, timeout);
        return new Errand<>(run, connection, new CompletableFuture<>());
    }

    private <T> void send(List<Errand<T>> errands) {
        IdentityHashMap<StatefulConnection<byte[], byte[]>, List<Errand<T>>> byNode = new IdentityHashMap<>();
        for (var errand : errands) {
            if (errand.isConnected()) {
                byNode.computeIfAbsent(errand.connection.join(), _ -> new ArrayList<>())
                        .add(errand);
            } else {
                pass(errand.connection.thenApply(_ -> (T) null), errand.answer);
            }
        }
        byNode.forEach(this::send);
    }

    private <T> void send(StatefulConnection<byte[], byte[]> node, List<Errand<T>> errands) {
        var commands = new ArrayList<RedisCommand<byte[], byte[], ?>>();
        errands.forEach(errand -> commands.add(errand.run.command()));
        var confirmation = waitCommand();
        commands.add(confirmation);
        // Who waits is named before anything is sent, for the order: see Scripts.
        errands.forEach(errand -> pass(confirmed(node, errand.run, confirmation), errand.answer));
        node.dispatch(commands);
        line.deadlines().bound(confirmation, timeout);
        errands.forEach(errand -> errand.run.sent());
    }

    /// A script that had to be sent with its text ran after the first confirmation, and needs one of its own.
    private <T> CompletionStage<T> confirmed(
            StatefulConnection<byte[], byte[]> node, ScriptRun<T> run, CompletionStage<Long> first) {
        return run.answer(node)
                .thenCompose(answer -> (run.wasKnown() ? first : again(node)).thenApply(replicas -> {
                    if (replicas < REPLICAS) {
                        throw new RedisException("no replica has it after " + patience.toMillis() + " ms");
                    }
                    return answer;
                }));
    }

    private CompletionStage<Long> again(StatefulConnection<byte[], byte[]> node) {
        var confirmation = waitCommand();
        node.dispatch(List.of(confirmation));
        line.deadlines().bound(confirmation, timeout);
        return confirmation;
    }

    private AsyncCommand<byte[], byte[], Long> waitCommand() {
        var arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE).add(REPLICAS).add(patience.toMillis());
        return new AsyncCommand<>(
                new Command<>(CommandType.WAIT, new IntegerOutput<>(ByteArrayCodec.INSTANCE), arguments));
    }

    private static <T> void pass(CompletionStage<T> from, CompletableFuture<T> to) {
        var _ = from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }
}
