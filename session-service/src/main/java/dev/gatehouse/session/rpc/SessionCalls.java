package dev.gatehouse.session.rpc;

import static dev.gatehouse.model.protocol.CallErrorCode.INVALID_ARGUMENTS;
import static dev.gatehouse.model.protocol.CallErrorCode.SERVER_ERROR;
import static dev.gatehouse.model.protocol.CallErrorCode.SESSION_MOVED;
import static dev.gatehouse.model.protocol.CallErrorCode.TIMEOUT;
import static dev.gatehouse.model.protocol.CallErrorCode.TOO_MANY;
import static dev.gatehouse.model.protocol.CallErrorCode.UNAUTHENTICATED;
import static dev.gatehouse.model.protocol.CallErrorCode.UNAVAILABLE;
import static dev.gatehouse.model.protocol.CallErrorCode.UNKNOWN_METHOD;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.session.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls that one session's client has open. From any thread; nothing here blocks.
///
/// A call is open from the moment it comes until its answer is on its way, and counts its time from
/// the same moment. Serial calls queue: the next one starts when the game's code has really returned,
/// even if nobody waited for it any more, so that two never overlap.
final class SessionCalls {

    private static final Logger log = LoggerFactory.getLogger(SessionCalls.class);

    private final RpcWorld world;
    private final Methods methods;
    private final Peer peer;

    /// Guarded by this, as are the next three.
    private final Map<Long, OpenCall> open = new HashMap<>();

    private final Deque<OpenCall> queue = new ArrayDeque<>();
    private boolean busy;
    private boolean over;

    SessionCalls(RpcWorld world, Methods methods, Peer peer) {
        this.world = world;
        this.methods = methods;
        this.peer = peer;
    }

    /// A client calls. The id of a call that is open is not run twice: the one answer is for both.
    synchronized void call(ClientMessage.Rpc rpc) {
        if (over || open.containsKey(rpc.id())) {
            return;
        }
        if (open.size() >= world.limits().maxOpen()) {
            fail(rpc.id(), CallError.of(TOO_MANY));
            return;
        }
        var method = methods.find(rpc.method());
        if (method.isEmpty()) {
            fail(rpc.id(), CallError.of(UNKNOWN_METHOD));
            return;
        }
        if (!method.get().admits(peer.who())) {
            fail(rpc.id(), CallError.of(UNAUTHENTICATED));
            return;
        }
        try {
            accept(new OpenCall(rpc.id(), method.get(), method.get().bind(peer.who(), rpc.args())), timeoutOf(rpc));
        } catch (DecodeException e) {
            fail(rpc.id(), CallError.of(INVALID_ARGUMENTS, String.valueOf(e.getMessage())));
        }
    }

    private Duration timeoutOf(ClientMessage.Rpc rpc) {
        var asked = rpc.timeoutMillis();
        return asked == null ? world.limits().timeout() : world.limits().capped(Duration.ofMillis(Math.max(asked, 1)));
    }

    private void accept(OpenCall call, Duration timeout) {
        open.put(call.id, call);
        call.endsBy(world.timers().schedule(() -> timedOut(call), timeout.toMillis(), TimeUnit.MILLISECONDS));
        if (call.method.isSerial()) {
            queue.add(call);
            next();
        } else {
            start(call);
        }
    }

    private void next() {
        if (!busy && !queue.isEmpty()) {
            busy = true;
            start(queue.remove());
        }
    }

    private void start(OpenCall call) {
        try {
            world.threads().execute(() -> work(call));
        } catch (RejectedExecutionException e) {
            // The node stops, and its sessions are about to be told.
            open.remove(call.id, call);
            call.abandon();
            fail(call.id, CallError.of(UNAVAILABLE));
        }
    }

    private void work(OpenCall call) {
        RpcResult result = null;
        try {
            result = begins(call) ? resultOf(call) : null;
        } finally {
            // Also where its code failed in a way that nobody may catch: the others are not to wait for ever.
            finished(call, result);
        }
    }

    private synchronized void finished(OpenCall call, @Nullable RpcResult result) {
        call.returned();
        if (result != null && open.remove(call.id, call)) {
            peer.tell(result);
        }
        if (call.method.isSerial()) {
            busy = false;
            next();
        }
    }

    private synchronized boolean begins(OpenCall call) {
        return call.begins(Thread.currentThread());
    }

    private RpcResult resultOf(OpenCall call) {
        try {
            return switch (call.method.run(call.arguments)) {
                case ServerMethod.Outcome.Value(var value) -> bounded(call, value);
                case ServerMethod.Outcome.Refused(var error) -> new RpcResult(call.id, false, null, error);
            };
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            if (isOpen(call)) {
                var who = peer.who();
                log.warn(
                        "{} failed for {}.",
                        call.method.name(),
                        who,
                        world.failures().of(who.gameId(), e));
            }
            return failed(call.id, CallError.of(SERVER_ERROR));
        }
    }

    private RpcResult bounded(OpenCall call, JsonText value) {
        long most = world.limits().maxResultBytes();
        int size = value.text().getBytes(StandardCharsets.UTF_8).length;
        if (size <= most) {
            return new RpcResult(call.id, true, value, null);
        }
        log.warn("{} gave {} bytes (expected: at most {}).", call.method.name(), size, most);
        return failed(call.id, CallError.of(SERVER_ERROR, "The answer is too large."));
    }

    private synchronized boolean isOpen(OpenCall call) {
        return open.get(call.id) == call;
    }

    private synchronized void timedOut(OpenCall call) {
        if (open.remove(call.id, call)) {
            queue.remove(call);
            call.abandon();
            fail(call.id, CallError.of(TIMEOUT));
        }
    }

    /// The client does not wait for a call any more: its code is interrupted, and there is no answer.
    synchronized void cancel(long id) {
        var call = open.remove(id);
        if (call != null) {
            queue.remove(call);
            call.abandon();
        }
    }

    /// The session goes on at another node, where nobody knows of these calls.
    synchronized void move() {
        var moved = List.copyOf(open.values());
        end();
        moved.forEach(call -> fail(call.id, CallError.of(SESSION_MOVED)));
    }

    /// The session is over: nobody waits for anything.
    synchronized void end() {
        over = true;
        queue.clear();
        open.values().forEach(OpenCall::abandon);
        open.clear();
    }

    private void fail(long id, CallError error) {
        peer.tell(failed(id, error));
    }

    private static RpcResult failed(long id, CallError error) {
        return new RpcResult(id, false, null, error);
    }
}
