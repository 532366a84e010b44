package dev.gatehouse.registry.redis;

import io.lettuce.core.RedisNoScriptException;
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
import java.util.concurrent.CompletionStage;

/// One run of a script: by digest, and once more with its text where the node does not know it yet.
final class ScriptRun<T> {

    private final ScriptCall<T> call;
    private final Deadlines deadlines;
    private final Duration timeout;
    private final AsyncCommand<byte[], byte[], List<Object>> byDigest;

    ScriptRun(ScriptCall<T> call, Deadlines deadlines, Duration timeout) {
        this.call = call;
        this.deadlines = deadlines;
        this.timeout = timeout;
        this.byDigest = command(
                CommandType.EVALSHA,
                new CommandArgs<>(ByteArrayCodec.INSTANCE).add(call.script().sha1()));
    }

    /// One of the keys, all of which are on one node.
    String key() {
        return call.keys().getFirst();
    }

    /// What is to be sent first.
    AsyncCommand<byte[], byte[], List<Object>> command() {
        return byDigest;
    }

    /// The first command is on its way.
    void sent() {
        deadlines.bound(byDigest, timeout);
    }

    /// Whether the node knew the script, so that the first command was the only one. Once it is answered.
    boolean wasKnown() {
        return !byDigest.isCompletedExceptionally();
    }

    /// @param connection that the first command went over
    CompletionStage<T> answer(StatefulConnection<byte[], byte[]> connection) {
        return byDigest.exceptionallyCompose(failure -> withText(connection, failure))
                .thenApply(reply -> call.answer().apply(new ScriptReply(reply)));
    }

    /// The same, its failure said in our words.
    CompletionStage<T> understood(CompletionStage<T> answer) {
        return answer.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(RedisFailures.understood(call.script(), failure)));
    }

    private CompletionStage<List<Object>> withText(StatefulConnection<byte[], byte[]> connection, Throwable failure) {
        if (!(RedisFailures.cause(failure) instanceof RedisNoScriptException)) {
            return CompletableFuture.failedFuture(failure);
        }
        var byText = command(
                CommandType.EVAL,
                new CommandArgs<>(ByteArrayCodec.INSTANCE).add(call.script().text()));
        connection.dispatch(List.of(byText));
        deadlines.bound(byText, timeout);
        return byText;
    }

    private AsyncCommand<byte[], byte[], List<Object>> command(
            CommandType type, CommandArgs<byte[], byte[]> arguments) {
        arguments.add(call.keys().size());
        call.keys().forEach(key -> arguments.addKey(key.getBytes(StandardCharsets.US_ASCII)));
        arguments.addValues(call.arguments().values());
        return new AsyncCommand<>(new Command<>(type, new NestedMultiOutput<>(ByteArrayCodec.INSTANCE), arguments));
    }
}
