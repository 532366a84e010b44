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
    private final Consumer<String> onTaken;
    private final Deque<Open> open = new ArrayDeque<>();

    /// @param onTaken gets a token that the server has taken
    public Logins(Outlet outlet, Consumer<String> onTaken) {
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
        if (result.ok()) {
            onTaken.accept(asked.token());
            outlet.tell(() -> asked.answer().complete(null));
        } else {
            fail(asked.answer(), Objects.requireNonNull(result.error()));
        }
    }

    /// The session has a new owner. A login is sent again where it did not arrive.
    public void rewound(Fate fate) {
        while (!open.isEmpty() && fate.losesAnswer(open.peek().number())) {
            fail(open.remove().answer(), CallError.of(CallErrorCode.SESSION_MOVED));
        }
    }

    /// The session is gone.
    public void abandon() {
        while (!open.isEmpty()) {
            fail(open.remove().answer(), CallError.of(CallErrorCode.SESSION_MOVED));
        }
    }

    private void fail(CompletableFuture<?> answer, CallError error) {
        outlet.tell(() -> answer.completeExceptionally(new CallFailedException(error)));
    }
}
