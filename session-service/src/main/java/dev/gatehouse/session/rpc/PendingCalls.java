package dev.gatehouse.session.rpc;

import static dev.gatehouse.model.protocol.CallErrorCode.CANCELLED;
import static dev.gatehouse.model.protocol.CallErrorCode.NOT_FOUND;
import static dev.gatehouse.model.protocol.CallErrorCode.SERVER_ERROR;
import static dev.gatehouse.model.protocol.CallErrorCode.SESSION_MOVED;
import static dev.gatehouse.model.protocol.CallErrorCode.TIMEOUT;
import static dev.gatehouse.model.protocol.CallErrorCode.TOO_MANY;

import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.ClientCall;
import dev.gatehouse.model.servercode.ClientCall.Answer;
import dev.gatehouse.session.session.Peer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The calls to one session's client that wait for its answer. From any thread.
final class PendingCalls {

    private final RpcWorld world;
    private final Peer peer;

    /// Guarded by this, as are the next two.
    private final Map<Long, Pending> waiting = new HashMap<>();

    private final CallIds ids;
    private boolean over;

    PendingCalls(RpcWorld world, Peer peer) {
        this.world = world;
        this.peer = peer;
        this.ids = new CallIds(peer.leaseEpoch());
    }

    private final class Pending implements ClientCall {

        private final long id;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private @Nullable Future<?> deadline;

        Pending(long id) {
            this.id = id;
        }

        @Override
        public CompletionStage<Answer> answer() {
            return answer.minimalCompletionStage();
        }

        @Override
        public void cancel() {
            giveUp(this, CallError.of(CANCELLED));
        }

        void end(Answer with) {
            if (deadline != null) {
                deadline.cancel(false);
            }
            try {
                // The game goes on from here, and what it does may take long.
                answer.completeAsync(() -> with, world.threads());
            } catch (RejectedExecutionException e) {
                // The node stops. Nobody may be left waiting.
                answer.complete(with);
            }
        }
    }

    ClientCall call(String method, JsonText args, Duration timeout) {
        Pending call;
        synchronized (this) {
            if (over || waiting.size() >= world.limits().maxOpen()) {
                return refused(CallError.of(over ? NOT_FOUND : TOO_MANY));
            }
            call = new Pending(ids.next(waiting::containsKey));
            waiting.put(call.id, call);
            long millis = Math.max(world.limits().capped(timeout).toMillis(), 1);
            var waits = call;
            call.deadline =
                    world.timers().schedule(() -> giveUp(waits, CallError.of(TIMEOUT)), millis, TimeUnit.MILLISECONDS);
            // Inside, so that the client hears of the calls in the order of their ids.
            peer.tell(new ServerMessage.Rpc(call.id, method, args, millis));
        }
        return call;
    }

    static ClientCall refused(CallError error) {
        var answer = CompletableFuture.<Answer>completedStage(new Answer.Failed(error));
        return new ClientCall() {
            @Override
            public CompletionStage<Answer> answer() {
                return answer;
            }

            @Override
            public void cancel() {
                // There is nothing to wait for.
            }
        };
    }

    /// A client answers; an answer that nobody waits for any more is nobody's.
    void answered(ClientMessage.RpcResult result) {
        Pending call;
        synchronized (this) {
            call = waiting.remove(result.id());
        }
        if (call == null) {
            return;
        }
        if (result.ok()) {
            call.end(new Answer.Value(Objects.requireNonNullElse(result.value(), new JsonText("null"))));
        } else {
            call.end(
                    new Answer.Failed(Objects.requireNonNullElseGet(result.error(), () -> CallError.of(SERVER_ERROR))));
        }
    }

    private void giveUp(Pending call, CallError why) {
        synchronized (this) {
            if (!waiting.remove(call.id, call)) {
                return;
            }
            peer.tell(new ServerMessage.RpcCancel(call.id));
        }
        call.end(new Answer.Failed(why));
    }

    /// The session is over: nobody will answer.
    void end() {
        close().forEach(call -> call.end(new Answer.Failed(CallError.of(NOT_FOUND, "The session is over."))));
    }

    /// The session goes on at another node, where nobody would know these calls: the client hears
    /// that nobody waits for it any more, and the game may call again.
    void move() {
        var left = close();
        left.forEach(call -> peer.tell(new ServerMessage.RpcCancel(call.id)));
        left.forEach(call -> call.end(new Answer.Failed(CallError.of(SESSION_MOVED))));
    }

    private synchronized List<Pending> close() {
        over = true;
        var left = waiting.values().stream()
                .sorted(Comparator.comparingLong(call -> call.id))
                .toList();
        waiting.clear();
        return left;
    }
}
