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
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientCallsTest {

    private static final SessionId SESSION = new SessionId("s-1");
    private static final JsonText ARGS = new JsonText("{\"q\":1}");

    /// Of the first owner's calls.
    private static final long FIRST = (1L << 24) + 1;

    private static final Caller WHO = new Caller(new GameId("bank"), new PlayerId("alice"), SESSION);

    private final TestTime time = new TestTime();
    private final List<ServerMessage> told = new ArrayList<>();
    private final ClientCalls calls =
            new ClientCalls(new RpcWorld(Talks.RPC, time.executor(), time.executor(), Talks.FAILURES));

    @BeforeEach
    void open() {
        calls.opened(new Peer(WHO, told::add));
    }

    @Test
    @DisplayName("1.4 (20) answers out of order find their calls")
    void matchesAnswersThatComeOutOfOrder() {
        var first = call();
        var second = call();

        calls.answered(SESSION, new RpcResult(FIRST + 1, true, new JsonText("\"two\""), null));
        calls.answered(SESSION, new RpcResult(FIRST, true, null, null));

        assertThat(told).containsExactly(new Rpc(FIRST, "ask", ARGS, 5_000L), new Rpc(FIRST + 1, "ask", ARGS, 5_000L));
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

        calls.answered(SESSION, new RpcResult(FIRST, false, null, own));
        cancelled.cancel();
        time.passes(Duration.ofSeconds(5));
        calls.answered(SESSION, new RpcResult(FIRST + 1, true, null, null));
        calls.ended(SESSION);

        assertThat(answer(refused)).isEqualTo(new Answer.Failed(own));
        assertThat(answer(late)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.TIMEOUT)));
        assertThat(answer(cancelled)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.CANCELLED)));
        assertThat(answer(unanswered)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.TIMEOUT)));
        assertThat(answer(oneTooMany)).isEqualTo(new Answer.Failed(CallError.of(CallErrorCode.TOO_MANY)));
        assertThat(told).contains(new RpcCancel(FIRST + 1), new RpcCancel(FIRST + 2), new RpcCancel(FIRST + 3));
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

    @Test
    void endsWhatIsOpenWhenTheSessionGoesOnElsewhere() {
        var first = call();
        var second = call();

        calls.moved(SESSION);

        var moved = CallError.of(CallErrorCode.SESSION_MOVED);
        assertThat(moved.retryable()).isTrue();
        assertThat(answer(first)).isEqualTo(new Answer.Failed(moved));
        assertThat(answer(second)).isEqualTo(new Answer.Failed(moved));
        assertThat(told.subList(2, 4)).containsExactly(new RpcCancel(FIRST), new RpcCancel(FIRST + 1));
    }

    @Test
    void takesNoAnswerToACallOfAnOwnerBefore() {
        call();
        calls.moved(SESSION);
        calls.opened(new Peer(WHO, 2, told::add, () -> CompletableFuture.completedStage(null)));
        var next = call();

        calls.answered(SESSION, new RpcResult(FIRST, true, new JsonText("\"late\""), null));
        assertThat(next.answer().toCompletableFuture()).isNotDone();
        calls.answered(SESSION, new RpcResult((2L << 24) + 1, true, new JsonText("\"now\""), null));

        assertThat(answer(next)).isEqualTo(new Answer.Value(new JsonText("\"now\"")));
    }

    @Test
    void leavesTheThreadThatBringsAnAnswerToWhoeverBringsIt() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var onThreads = new ClientCalls(new RpcWorld(Talks.RPC, threads, time.executor(), Talks.FAILURES));
            onThreads.opened(new Peer(WHO, told::add));
            var call = onThreads.call(SESSION, "ask", ARGS, Duration.ofSeconds(5));
            var heardOn = call.answer().thenApply(_ -> Thread.currentThread());

            onThreads.answered(SESSION, new RpcResult(FIRST, true, null, null));

            assertThat(heardOn.toCompletableFuture().join().isVirtual()).isTrue();
        }
    }

    private ClientCall call() {
        return calls.call(SESSION, "ask", ARGS, Duration.ofSeconds(5));
    }

    private Answer answer(ClientCall call) {
        time.passes(Duration.ZERO);
        CompletableFuture<Answer> answer = call.answer().toCompletableFuture();
        assertThat(answer).isDone();
        return answer.join();
    }
}
