package dev.gatehouse.registry.redis;

import dev.gatehouse.registry.RegistryUnavailableException;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Runs scripts on one [RedisLine]: by digest, and once more with its text where the node does not know it yet.
/// Every call is answered or given up on within twice the timeout: once for a connection, once for the reply.
/// Safe for use by several threads.
public final class Scripts {

    /// Errors by which a node says that it cannot serve just now.
    private static final Pattern NOT_NOW =
            Pattern.compile("^(LOADING|BUSY|CLUSTERDOWN|MASTERDOWN|READONLY|TRYAGAIN|NOREPLICAS|MISCONF|OOM)\\b.*");

    private final RedisLine line;
    private final Duration timeout;

    /// @param timeout for a connection, and again for the reply
    public Scripts(RedisLine line, Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0)");
        }
        this.line = line;
        this.timeout = timeout;
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
        var runs = calls.stream().map(call -> new Run<>(call, byDigest(call))).toList();
        var attempt = line.connection().copy();
        bound(attempt);
        var opened = attempt.whenComplete((connection, failure) -> {
            if (failure == null) {
                connection.dispatch(runs.stream().map(Run::command).toList());
                runs.forEach(run -> bound(run.command));
            }
        });
        return runs.stream().<CompletionStage<T>>map(run -> answer(opened, run)).toList();
    }

    private <T> CompletionStage<T> answer(CompletableFuture<StatefulConnection<byte[], byte[]>> opened, Run<T> run) {
        return opened.thenCompose(connection -> run.command
                        .exceptionallyCompose(failure -> withText(connection, run.call, failure))
                        .thenApply(reply -> run.call.answer().apply(new ScriptReply(reply))))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(understood(run.call, failure)));
    }

    private CompletionStage<List<Object>> withText(
            StatefulConnection<byte[], byte[]> connection, ScriptCall<?> call, Throwable failure) {
        if (!(cause(failure) instanceof RedisNoScriptException)) {
            return CompletableFuture.failedFuture(failure);
        }
        var command = byText(call);
        connection.dispatch(List.of(command));
        bound(command);
        return command;
    }

    /// A future that times out is done, and the client does not send a command that is done: nothing that was
    /// given up on takes effect after a long disconnection, unless it was on its way already.
    private void bound(CompletableFuture<?> future) {
        future.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static AsyncCommand<byte[], byte[], List<Object>> byDigest(ScriptCall<?> call) {
        var arguments =
                new CommandArgs<>(ByteArrayCodec.INSTANCE).add(call.script().sha1());
        return command(CommandType.EVALSHA, arguments, call);
    }

    private static AsyncCommand<byte[], byte[], List<Object>> byText(ScriptCall<?> call) {
        var arguments =
                new CommandArgs<>(ByteArrayCodec.INSTANCE).add(call.script().text());
        return command(CommandType.EVAL, arguments, call);
    }

    private static AsyncCommand<byte[], byte[], List<Object>> command(
            CommandType type, CommandArgs<byte[], byte[]> arguments, ScriptCall<?> call) {
        arguments.add(call.keys().size());
        call.keys().forEach(key -> arguments.addKey(key.getBytes(StandardCharsets.US_ASCII)));
        arguments.addValues(call.arguments().values());
        return new AsyncCommand<>(new Command<>(type, new NestedMultiOutput<>(ByteArrayCodec.INSTANCE), arguments));
    }

    private static Throwable understood(ScriptCall<?> call, Throwable failure) {
        var cause = cause(failure);
        return isUnavailable(cause)
                ? new RegistryUnavailableException("Redis cannot run " + call.script() + ": " + cause, cause)
                : cause;
    }

    private static boolean isUnavailable(Throwable cause) {
        return switch (cause) {
            case TimeoutException _ -> true;
            case RedisBusyException _, RedisLoadingException _, RedisReadOnlyException _ -> true;
            case RedisCommandExecutionException refused ->
                NOT_NOW.matcher(String.valueOf(refused.getMessage())).matches();
            case RedisException _ -> true;
            default -> false;
        };
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private record Run<T>(ScriptCall<T> call, AsyncCommand<byte[], byte[], List<Object>> command) {}
}
