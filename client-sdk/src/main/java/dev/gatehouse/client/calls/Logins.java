package dev.gatehouse.client.calls;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Logins that have no answer yet; answers come in the order of asking. Internal; guarded by the
/// session's lock.
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
    private final Deque<Open> open = new ArrayDeque<>();

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
        open.add(new Open(outlet.say(new Login(token)), token, answer));
        return answer;
    }

    /// @throws DecodeException if nobody asked
    public void answered(LoginResult result) throws DecodeException {
        var asked = open.poll();
        if (asked == null) {
            throw new DecodeException(DecodeException.Kind.MALFORMED, "login-result: nobody asked");
        }
        if (!result.ok()) {
            fail(asked.answer(), Objects.requireNonNull(result.error()));
        } else if (onTaken.test(asked.token())) {
            following = asked.answer();
        } else {
            outlet.tell(() -> asked.answer().complete(null));
        }
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

    /// The session has a new owner. A login is sent again where it did not arrive.
    public void rewound(Fate fate) {
        while (!open.isEmpty() && fate.losesAnswer(open.peek().number())) {
            fail(open.remove().answer(), CallError.of(CallErrorCode.SESSION_MOVED));
        }
    }

    /// The session is gone. Who waits for the next one goes on waiting.
    public void abandon() {
        while (!open.isEmpty()) {
            fail(open.remove().answer(), CallError.of(CallErrorCode.SESSION_MOVED));
        }
    }

    private void fail(CompletableFuture<?> answer, CallError error) {
        outlet.tell(() -> answer.completeExceptionally(new CallFailedException(error)));
    }
}
