package dev.gatehouse.client;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.schema.JsonText;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Calls with records in place of JSON.
final class Typed {

    /// Cancelling the answer cancels the call.
    static <R> CompletableFuture<R> call(
            BiFunction<String, JsonText, CompletableFuture<JsonText>> calls,
            String method,
            Record args,
            Class<R> type) {
        var text = calls.apply(method, encode(args.getClass(), args));
        var answer = new CompletableFuture<R>();
        var _ = text.whenComplete((value, failure) -> complete(answer, type, value, failure));
        var _ = answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) {
                text.cancel(false);
            }
        });
        return answer;
    }

    private static <T> JsonText encode(Class<T> type, Object value) {
        return new JsonText(JsonCodec.of(type).encode(type.cast(value)));
    }

    private static <R> void complete(
            CompletableFuture<R> answer, Class<R> type, @Nullable JsonText value, @Nullable Throwable failure) {
        if (value == null) {
            answer.completeExceptionally(
                    failure == null ? new IllegalStateException("neither answer nor failure") : failure);
            return;
        }
        try {
            answer.complete(JsonCodec.of(type).decode(value.text()));
        } catch (DecodeException e) {
            answer.completeExceptionally(e);
        }
    }

    private Typed() {}
}
