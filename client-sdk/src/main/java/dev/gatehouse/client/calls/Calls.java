package dev.gatehouse.client.calls;

import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ClientMessage.RpcCancel;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// The calls that this client has open. Internal; guarded by the session's lock.
///
/// Ids are never used again, so an answer that is late, or belongs to a session before this one, finds
/// nobody.
public final class Calls {

    /// Calls that may be open at once.
    public static final int MAX_OPEN = 256;

    private static final JsonText NULL = new JsonText("null");

    private record Open(long number, CompletableFuture<JsonText> answer, Runnable stopTimer) {}

    private final Outlet outlet;
    private final Map<Long, Open> open = new LinkedHashMap<>();
    private long ids;

    public Calls(Outlet outlet) {
        this.outlet = outlet;
    }

    /// @throws IllegalStateException while there is no session
    /// @throws FrameTooLargeException if the server would not take it
    public CompletableFuture<JsonText> call(String method, JsonText args, Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0)");
        }
        var answer = new CompletableFuture<JsonText>();
        if (open.size() >= MAX_OPEN || !outlet.hasRoom()) {
            fail(answer, CallErrorCode.TOO_MANY);
            return answer;
        }
        long id = ++ids;
        long number = outlet.say(new Rpc(id, method, args, Math.max(1, timeout.toMillis())));
        open.put(id, new Open(number, answer, outlet.after(timeout, () -> timedOut(id))));
        var _ = answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) {
                outlet.locked(() -> cancelled(id));
            }
        });
        return answer;
    }

    private void timedOut(long id) {
        var late = open.remove(id);
        if (late != null) {
            fail(late.answer(), CallErrorCode.TIMEOUT);
        }
    }

    private void cancelled(long id) {
        var given = open.remove(id);
        if (given != null) {
            given.stopTimer().run();
            if (outlet.isRunning()) {
                outlet.say(new RpcCancel(id));
            }
        }
    }

    /// An answer to what is not open any more is dropped.
    public void answered(RpcResult result) {
        var asked = open.remove(result.id());
        if (asked == null) {
            return;
        }
        asked.stopTimer().run();
        if (result.ok()) {
            var value = result.value() == null ? NULL : result.value();
            outlet.tell(() -> asked.answer().complete(value));
        } else {
            fail(asked.answer(), Objects.requireNonNull(result.error()));
        }
    }

    /// The session has a new owner.
    public void rewound(Fate fate) {
        failAll(call -> fate.isSkipped(call.number()) || fate.losesAnswer(call.number()));
    }

    /// The session is gone.
    public void abandon() {
        failAll(_ -> true);
    }

    private void failAll(Predicate<Open> which) {
        for (var call : List.copyOf(open.entrySet())) {
            if (which.test(call.getValue())) {
                open.remove(call.getKey());
                call.getValue().stopTimer().run();
                fail(call.getValue().answer(), CallErrorCode.SESSION_MOVED);
            }
        }
    }

    private void fail(CompletableFuture<?> answer, CallErrorCode code) {
        fail(answer, CallError.of(code));
    }

    private void fail(CompletableFuture<?> answer, CallError error) {
        outlet.tell(() -> answer.completeExceptionally(new CallFailedException(error)));
    }
}
