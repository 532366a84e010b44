package dev.gatehouse.client.calls;

import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Logins that have no answer yet. Internal; guarded by the session's lock.
///
/// Ids are never used again, so an answer that is late, or belongs to a session before this one, finds
/// nobody.
public final class Logins {

    /// Logins that may be open at once.
    static final int MAX_OPEN = 8;

    private record Open(long number, String token, CompletableFuture<@Nullable Void> answer) {

        @Override
        public String toString() {
            return "Open[number=" + number + "]";
        }
    }

    private final Outlet outlet;
    private final Predicate<String> onTaken;
    private final Map<Long, Open> open = new LinkedHashMap<>();
    private long ids;

    /// Waits for the session of the player that the last token named; absent where none is to follow.
    private @Nullable CompletableFuture<@Nullable Void> following;

    /// @param onTaken gets a token that the server has taken, and says whether a session of the player's
    ///     has to follow
    public Logins(Outlet outlet, Predicate<String> onTaken) {
        this.outlet = outlet;
        this.onTaken = onTaken;
    }

    /// @throws IllegalStateException while there is no session
    public CompletableFuture<@Nullable Void> login(String token) {
        var answer = new CompletableFuture<@Nullable Void>();
        if (open.size() >= MAX_OPEN || !outlet.hasRoom()) {
            fail(answer, CallError.of(CallErrorCode.TOO_MANY));
            return answer;
        }
        long id = ++ids;
        open.put(id, new Open(outlet.say(new Login(token, id)), token, answer));
        return answer;
    }

    /// An answer to what is not open any more is dropped.
    public void answered(LoginResult result) {
        var asked = open.remove(idOf(result));
        if (asked == null) {
            return;
        }
        if (!result.ok()) {
            fail(asked.answer(), Objects.requireNonNull(result.error()));
        } else if (onTaken.test(asked.token())) {
            following = asked.answer();
        } else {
            outlet.tell(() -> asked.answer().complete(null));
        }
    }

    /// Of a server that repeats no ids, the answers come in the order of asking.
    private long idOf(LoginResult result) {
        var id = result.id();
        return id == null ? open.keySet().stream().findFirst().orElse(0L) : id;
    }

    /// A session has begun.
    public void begun() {
        follow(waiting -> waiting.complete(null));
    }

    /// There will be no session any more.
    public void over(Throwable why) {
        follow(waiting -> waiting.completeExceptionally(why));
    }

    private void follow(Consumer<CompletableFuture<@Nullable Void>> how) {
        var waiting = following;
        following = null;
        if (waiting != null) {
            outlet.tell(() -> how.accept(waiting));
        }
    }

    /// The session has a new owner.
    public void rewound(Fate fate) {
        failAll(login -> fate.isSkipped(login.number()) || fate.losesAnswer(login.number()));
    }

    /// The session is gone. Who waits for the next one goes on waiting.
    public void abandon() {
        failAll(_ -> true);
    }

    private void failAll(Predicate<Open> which) {
        for (var login : List.copyOf(open.entrySet())) {
            if (which.test(login.getValue())) {
                open.remove(login.getKey());
                fail(login.getValue().answer(), CallError.of(CallErrorCode.SESSION_MOVED));
            }
        }
    }

    private void fail(CompletableFuture<?> answer, CallError error) {
        outlet.tell(() -> answer.completeExceptionally(new CallFailedException(error)));
    }
}
