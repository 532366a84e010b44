package dev.gatehouse.client.calls;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage.Rpc;
import dev.gatehouse.model.schema.JsonText;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The server's calls of this client's methods. Internal; guarded by the session's lock.
public final class ServerCalls {

    /// Calls of the server's that may wait for an answer at once.
    static final int MAX_OPEN = 256;

    private final Outlet outlet;
    private final Map<String, CallHandler> handlers = new HashMap<>();
    private final Map<Long, CompletableFuture<JsonText>> open = new HashMap<>();

    public ServerCalls(Outlet outlet) {
        this.outlet = outlet;
    }

    /// Takes the place of an earlier handler of the same method.
    ///
    /// @return takes it away again
    public Runnable on(String method, CallHandler handler) {
        handlers.put(method, handler);
        return () -> handlers.remove(method, handler);
    }

    /// @throws DecodeException if a call of that id is open
    public void called(Rpc call) throws DecodeException {
        if (open.containsKey(call.id())) {
            throw new DecodeException(DecodeException.Kind.MALFORMED, "rpc.id: of a call that is open");
        }
        var handler = handlers.get(call.method());
        if (handler == null) {
            refuse(call.id(), CallError.of(CallErrorCode.UNKNOWN_METHOD));
            return;
        }
        if (open.size() >= MAX_OPEN) {
            refuse(call.id(), CallError.of(CallErrorCode.TOO_MANY));
            return;
        }
        var answer = new CompletableFuture<JsonText>();
        open.put(call.id(), answer);
        var _ = answer.whenComplete((value, failure) -> outlet.locked(() -> done(call.id(), answer, value, failure)));
        outlet.tell(() -> run(handler, call.args(), answer));
    }

    /// The server does not wait any more.
    public void cancelled(long id) {
        var given = open.remove(id);
        if (given != null) {
            outlet.tell(() -> given.cancel(false));
        }
    }

    /// Nobody waits any more: the session is gone, or its owner is.
    public void abandon() {
        var left = Map.copyOf(open);
        open.clear();
        outlet.tell(() -> left.values().forEach(answer -> answer.cancel(false)));
    }

    private static void run(CallHandler handler, JsonText args, CompletableFuture<JsonText> answer) {
        CompletionStage<JsonText> stage;
        try {
            stage = handler.answer(args);
        } catch (CallFailedException | RuntimeException e) {
            answer.completeExceptionally(e);
            return;
        }
        var _ = stage.whenComplete((value, failure) -> {
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        var _ = answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) {
                stage.toCompletableFuture().cancel(false);
            }
        });
    }

    private void done(
            long id, CompletableFuture<JsonText> answer, @Nullable JsonText value, @Nullable Throwable failure) {
        if (!open.remove(id, answer) || !outlet.isRunning()) {
            return;
        }
        if (failure != null || value == null) {
            refuse(id, errorOf(failure));
            return;
        }
        try {
            outlet.say(new RpcResult(id, true, value, null));
        } catch (FrameTooLargeException e) {
            refuse(id, CallError.of(CallErrorCode.SERVER_ERROR, "The answer is too large."));
        }
    }

    private void refuse(long id, CallError error) {
        outlet.say(new RpcResult(id, false, null, error));
    }

    private static CallError errorOf(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof CallFailedException known
                ? known.error()
                : CallError.of(CallErrorCode.SERVER_ERROR, "The client's code failed.");
    }
}
