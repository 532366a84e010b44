package dev.gatehouse.client.live;

import dev.gatehouse.client.calls.CallFailedException;
import dev.gatehouse.client.calls.Fate;
import dev.gatehouse.client.calls.Outlet;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.GroupClose;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.GroupLeave;
import dev.gatehouse.model.protocol.ClientMessage.Numbered;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.schema.JsonText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The groups that this client is in, and what it has asked about them. Internal; guarded by the
/// session's lock.
public final class Groups {

    /// Groups that one client may be in, or be joining.
    public static final int MAX_GROUPS = 128;

    private static final int MAX_OPEN = 256;

    private sealed interface Open {
        long number();
    }

    private record Joining(long number, Membership membership, CompletableFuture<Membership> answer) implements Open {}

    /// After the session began anew.
    private record Returning(long number, Membership membership) implements Open {}

    private record Other(long number, CompletableFuture<@Nullable Void> answer) implements Open {}

    private final Outlet outlet;
    private final Map<String, Membership> members = new LinkedHashMap<>();
    private final Map<Long, Open> open = new HashMap<>();
    private long ids;

    public Groups(Outlet outlet) {
        this.outlet = outlet;
    }

    /// @throws IllegalStateException while there is no session, or where this client is in that
    ///     group already
    public CompletableFuture<Membership> join(String group, @Nullable JsonText args, GroupListener listener) {
        if (members.containsKey(group)) {
            throw new IllegalStateException("group: " + group + " (expected: one that this client is not in)");
        }
        var answer = new CompletableFuture<Membership>();
        if (members.size() >= MAX_GROUPS || open.size() >= MAX_OPEN || !outlet.hasRoom()) {
            fail(answer, CallError.of(CallErrorCode.TOO_MANY));
            return answer;
        }
        var membership = new Membership(this, group, args, listener);
        long id = ++ids;
        long number = outlet.say(new GroupJoin(id, group, args));
        members.put(group, membership);
        open.put(id, new Joining(number, membership, answer));
        return answer;
    }

    CompletableFuture<@Nullable Void> leave(Membership membership) {
        var answer = new CompletableFuture<@Nullable Void>();
        outlet.locked(() -> {
            if (members.get(membership.group()) != membership) {
                fail(answer, CallError.of(CallErrorCode.NOT_FOUND));
            } else if (ask(answer, id -> new GroupLeave(id, membership.group(), null))) {
                members.remove(membership.group());
            }
        });
        return answer;
    }

    CompletableFuture<@Nullable Void> dismiss(Membership membership) {
        var answer = new CompletableFuture<@Nullable Void>();
        outlet.locked(() -> {
            if (members.get(membership.group()) == membership) {
                var _ = ask(answer, id -> new GroupClose(id, membership.group(), null));
            } else {
                fail(answer, CallError.of(CallErrorCode.NOT_FOUND));
            }
        });
        return answer;
    }

    /// @return false if too much is open: then nothing has changed
    private boolean ask(CompletableFuture<@Nullable Void> answer, LongFunction<Numbered> message) {
        if (!outlet.isRunning()) {
            // With the session, the place in the group is gone.
            fail(answer, CallError.of(CallErrorCode.SESSION_MOVED));
        } else if (open.size() >= MAX_OPEN) {
            fail(answer, CallError.of(CallErrorCode.TOO_MANY));
            return false;
        } else {
            long id = ++ids;
            open.put(id, new Other(outlet.say(message.apply(id)), answer));
        }
        return true;
    }

    /// An answer to what is not open any more is dropped.
    public void answered(GroupResult result) {
        switch (open.remove(result.id())) {
            case null -> {}
            case Joining(var _, var membership, var answer) -> {
                if (result.ok()) {
                    outlet.tell(() -> answer.complete(membership));
                } else {
                    members.remove(membership.group(), membership);
                    fail(answer, Objects.requireNonNull(result.error()));
                }
            }
            case Returning(var _, var membership) -> {
                if (!result.ok() && members.remove(membership.group(), membership)) {
                    var why = Objects.requireNonNull(result.error());
                    outlet.tell(() -> membership.listener.onLost(why));
                }
            }
            case Other(var _, var answer) -> {
                if (result.ok()) {
                    outlet.tell(() -> answer.complete(null));
                } else {
                    fail(answer, Objects.requireNonNull(result.error()));
                }
            }
        }
    }

    public void changed(GroupChanged change) {
        var membership = members.get(change.group());
        if (membership == null) {
            return;
        }
        var listener = membership.listener;
        var player = change.playerId();
        switch (change.change()) {
            case JOINED -> {
                if (player != null) {
                    outlet.tell(() -> listener.onJoined(player));
                }
            }
            case LEFT -> {
                if (player != null) {
                    outlet.tell(() -> listener.onLeft(player));
                }
            }
            case CLOSED -> {
                members.remove(change.group());
                outlet.tell(listener::onClosed);
            }
        }
    }

    /// The session has a new owner. Memberships stay; what did not arrive is sent again.
    public void rewound(Fate fate) {
        for (var asked : List.copyOf(open.entrySet())) {
            if (fate.losesAnswer(asked.getValue().number())) {
                open.remove(asked.getKey());
                forget(asked.getValue());
            }
        }
    }

    /// The session is gone. Places in groups are kept in mind.
    public void abandon() {
        var left = List.copyOf(open.values());
        open.clear();
        left.forEach(this::forget);
    }

    private void forget(Open asked) {
        var error = CallError.of(CallErrorCode.SESSION_MOVED);
        switch (asked) {
            case Joining(var _, var membership, var answer) -> {
                members.remove(membership.group(), membership);
                fail(answer, error);
            }
            // The next session asks again; after a gap the place is the server's to keep.
            case Returning _ -> {}
            case Other(var _, var answer) -> fail(answer, error);
        }
    }

    /// A new session has begun: joins again.
    public void restore() {
        for (var membership : members.values()) {
            long id = ++ids;
            long number = outlet.say(new GroupJoin(id, membership.group(), membership.args));
            open.put(id, new Returning(number, membership));
        }
    }

    private void fail(CompletableFuture<?> answer, CallError error) {
        outlet.tell(() -> answer.completeExceptionally(new CallFailedException(error)));
    }
}
