package dev.gatehouse.session.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Rpc;
import dev.gatehouse.model.protocol.ServerMessage.RpcCancel;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.ClientCall;
import dev.gatehouse.model.servercode.ClientCall.Answer;
import dev.gatehouse.session.fixture.Talks;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientCallsTest {

    private static final SessionId SESSION = new SessionId("s-1");
    private static final JsonText ARGS = new JsonText("{\"q\":1}");

    private final TestTime time = new TestTime();
    private final List<ServerMessage> told = new ArrayList<>();
    private final ClientCalls calls = new ClientCalls(new RpcWorld(Talks.RPC, time.executor(), time.executor()));

    @BeforeEach
    void open() {
        calls.opened(new Peer(new Caller(new GameId("bank"), new PlayerId("alice"), SESSION), told::add));
    }

    @Test
    @DisplayName("1.4 (20) answers out of order find their calls")
    void matchesAnswersThatComeOutOfOrder() {
        var first = call();
        var second = call();

        calls.answered(SESSION, new RpcResult(2, true, new JsonText("\"two\""), null));
        calls.answered(SESSION, new RpcResult(1, true, null, null));

        assertThat(told).containsExactly(new Rpc(1, "ask", ARGS, 5_000L), new Rpc(2, "ask", ARGS, 5_000L));
        assertThat(answer(second)).isEqualTo(new Answer.Value(new JsonText("\"two\"")));
        assertThat(answer(first)).isEqualTo(new Answer.Value(new JsonText("null")));
    }

    @Test
    @DisplayName("1.4 (20) a timeout, a cancellation and an error of the client are told apart")
    void tellsTheKindsOfFailureApart() {
        var refused = call();
        var late = call();
        var cancelled = call();
        var unanswered = call();
        var oneTooMany = call();
        var own = new CallError("busy", "Not now.", true);

        calls.answered(SESSION, new RpcResult(1, false, null, own));
        cancelled.cancel();
        time.passes(Duration.ofSeconds(5));
        calls.answered(SESSION, new RpcResult(2, true, null, null));
        calls.ended(SESSION);

        assertThat(answer(refused)).isEqualTo(new Answer.Failed(own));
        assertThat(answer(late)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.TIMEOUT)));
        assertThat(answer(cancelled)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.CANCELLED)));
        assertThat(answer(unanswered)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.TIMEOUT)));
        assertThat(answer(oneTooMany)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.TOO_MANY)));
        assertThat(told).contains(new RpcCancel(2), new RpcCancel(3), new RpcCancel(4));
    }

    @Test
    void failsWhatIsOpenWhenTheSessionIsOver() {
        var open = call();

        calls.ended(SESSION);
        var afterwards = call();

        var over = CallError.of(CallErrorCode.NOT_FOUND, "The session is over.");
        assertThat(answer(open)).isEqualTo(new Answer.Failed(over));
        assertThat(answer(afterwards)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.NOT_FOUND)));
    }

    private ClientCall call() {
        return calls.call(SESSION, "ask", ARGS, Duration.ofSeconds(5));
    }

    private static Answer answer(ClientCall call) {
        CompletableFuture<Answer> answer = call.answer().toCompletableFuture();
        assertThat(answer).isDone();
        return answer.join();
    }
}
