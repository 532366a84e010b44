package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.client.calls.CallFailedException;
import dev.gatehouse.client.calls.Calls;
import dev.gatehouse.client.calls.FrameTooLargeException;
import dev.gatehouse.client.device.Probe;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ClientMessage.RpcCancel;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The client calls the server, and logs in.
class CallsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Scene scene = Scene.playing();

    record Question(@Member(1) int number) {}

    record Answer(@Member(1) String text) {}

    @ParameterizedTest
    @EnumSource
    void getsItsAnswerInEitherEncoding(Encoding encoding) {
        var either = new Scene(encoding, Timing.USUAL).play();
        var call = either.session.call("Treasury.balance", new JsonText("{\"of\":\"alice\"}"), SOON);

        assertThat(either.line().all(Rpc.class))
                .containsExactly(new Rpc(1, "Treasury.balance", new JsonText("{\"of\":\"alice\"}"), 5_000L));
        either.line().say(1L, 1L, new RpcResult(1, true, new JsonText("[1,{\"a\":2}]"), null));

        assertThat(call).isCompletedWithValue(new JsonText("[1,{\"a\":2}]"));
    }

    @Test
    void takesRecordsAsWell() {
        var call = scene.session.call("Quiz.ask", new Question(7), Answer.class, SOON);
        var misfit = scene.session.call("Quiz.ask", new Question(8), Answer.class, SOON);
        assertThat(scene.line().all(Rpc.class).getFirst().args()).isEqualTo(new JsonText("{\"number\":7}"));

        scene.line().say(1L, null, new RpcResult(1, true, new JsonText("{\"text\":\"yes\"}"), null));
        scene.line().say(2L, null, new RpcResult(2, true, new JsonText("[]"), null));

        assertThat(call).isCompletedWithValue(new Answer("yes"));
        assertThat(misfit).isCompletedExceptionally();
    }

    @Test
    @DisplayName("1.4 (20) answers out of order find their calls")
    void findsTheCallOfEachAnswerWhateverTheirOrder() {
        var first = call();
        var second = call();
        scene.line().say(1L, null, new RpcResult(2, true, new JsonText("2"), null));
        scene.line().say(2L, null, new RpcResult(1, true, null, null));

        assertThat(second).isCompletedWithValue(new JsonText("2"));
        assertThat(first).isCompletedWithValue(new JsonText("null"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallErrorCode.class,
            names = {"SERVER_ERROR", "UNKNOWN_METHOD", "INVALID_ARGUMENTS", "TIMEOUT", "NOT_ALLOWED"})
    void tellsFailuresApart(CallErrorCode code) {
        var call = call();
        scene.line().say(1L, null, new RpcResult(1, false, null, CallError.of(code)));

        assertThat(failure(call).code()).hasValue(code);
    }

    @Test
    void hearsTheGamesOwnCodes() {
        var call = call();
        scene.line().say(1L, null, new RpcResult(1, false, null, new CallError("too_poor", "Get rich.", false)));

        assertThat(failure(call).code()).isEmpty();
        assertThat(failure(call).error().code()).isEqualTo("too_poor");
    }

    @Test
    @DisplayName("1.4 (20) an answer after the timeout is ignored")
    void doesNotWaitForEverAndIgnoresWhatComesLater() {
        var call = call();
        scene.passes(5);

        assertThat(failure(call).code()).hasValue(CallErrorCode.TIMEOUT);
        scene.line().say(1L, null, new RpcResult(1, true, new JsonText("1"), null));
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(failure(call).code()).hasValue(CallErrorCode.TIMEOUT);
    }

    @Test
    void tellsTheServerThatNobodyWaits() {
        var call = call();
        call.cancel(false);
        scene.line().say(1L, null, new RpcResult(1, true, new JsonText("1"), null));

        assertThat(call).isCancelled();
        assertThat(scene.line().all(RpcCancel.class)).containsExactly(new RpcCancel(1));
        var typed = scene.session.call("Quiz.ask", new Question(7), Answer.class, SOON);
        typed.cancel(false);
        assertThat(scene.line().all(RpcCancel.class)).hasSize(2);
    }

    @Test
    void goesOnAfterAResume() {
        var sent = call();
        scene.line().lose();
        var unsent = call();
        scene.resumes(1);
        assertThat(scene.line().all(Rpc.class)).extracting(Rpc::id).containsExactly(2L);
        scene.line().say(1L, null, new RpcResult(1, true, new JsonText("1"), null));
        scene.line().say(2L, null, new RpcResult(2, true, new JsonText("2"), null));

        assertThat(sent).isCompletedWithValue(new JsonText("1"));
        assertThat(unsent).isCompletedWithValue(new JsonText("2"));
    }

    @Test
    @DisplayName("1.4 (20) an answer on a new session is ignored")
    void failsWithTheSessionAndIgnoresItsLateAnswers() {
        var call = call();
        scene.line().lose();
        scene.passes(2);
        scene.startsOver("s2");
        assertThat(failure(call).code()).hasValue(CallErrorCode.SESSION_MOVED);

        var next = call();
        scene.line().say(1L, null, new RpcResult(1, true, new JsonText("\"old\""), null));
        assertThat(next).isNotDone();
        scene.line().say(2L, null, new RpcResult(2, true, new JsonText("\"new\""), null));
        assertThat(next).isCompletedWithValue(new JsonText("\"new\""));
    }

    @Test
    void isBounded() {
        for (int i = 0; i < Calls.MAX_OPEN; i++) {
            assertThat(call()).isNotDone();
        }

        assertThat(failure(call()).code()).hasValue(CallErrorCode.TOO_MANY);
        assertThat(failure(call()).error().retryable()).isTrue();
    }

    @Test
    @DisplayName("1.4 (19) what is too large is refused before it is sent")
    void sendsNothingThatTheServerWouldNotTake() {
        var large = new JsonText("\"" + "x".repeat(5 << 20) + "\"");

        assertThatExceptionOfType(FrameTooLargeException.class)
                .isThrownBy(() -> scene.session.call("Treasury.balance", large, SOON));

        var next = call();
        assertThat(scene.line().numbers()).containsExactly(1L);
        assertThat(next).isNotDone();
    }

    @Test
    void callsNobodyWithoutASession() {
        var early = new Scene();

        assertThatIllegalStateException()
                .isThrownBy(() -> early.session.call("Treasury.balance", JsonText.EMPTY_OBJECT, SOON));
    }

    @Test
    void logsInAndComesBackWithTheNewToken() {
        var login = scene.session.login("renewed");
        assertThat(scene.line().all(Login.class)).containsExactly(new Login("renewed", 1L));
        assertThat(login).isNotDone();
        scene.line().say(1L, 1L, new LoginResult(true, null, null));
        assertThat(login).isCompleted();

        scene.line().lose();
        scene.passes(2);
        scene.line().open();
        assertThat(scene.line().last(Hello.class).token()).isEqualTo("renewed");
    }

    @Test
    void givesEachLoginItsOwnAnswer() {
        var first = scene.session.login("first");
        var second = scene.session.login("second");

        // The server looks at one at a time, and says so at once.
        scene.line().say(1L, 2L, new LoginResult(false, CallError.of(CallErrorCode.TOO_MANY), 2L));
        assertThat(failure(second).code()).hasValue(CallErrorCode.TOO_MANY);
        assertThat(first).isNotDone();
        scene.line().say(2L, null, new LoginResult(true, null, 1L));

        assertThat(first).isCompleted();
    }

    @Test
    void dropsAnswersToALoginThatNobodyAskedFor() {
        scene.line().say(1L, null, new LoginResult(true, null, 7L));
        scene.line().say(2L, null, new LoginResult(true, null, null));
        var login = scene.session.login("renewed");
        scene.line().say(3L, 1L, new LoginResult(false, CallError.of(CallErrorCode.INVALID_TOKEN), 7L));

        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(login).isNotDone();
    }

    @Test
    void staysWithItsTokenWhereTheServerRefusesAnother() {
        var login = scene.session.login("bad");
        scene.line().say(1L, 1L, new LoginResult(false, CallError.of(CallErrorCode.INVALID_TOKEN), null));
        assertThat(failure(login).code()).hasValue(CallErrorCode.INVALID_TOKEN);

        scene.line().lose();
        scene.passes(2);
        scene.line().open();
        assertThat(scene.line().last(Hello.class).token()).isEqualTo("token");
    }

    @Test
    void prefersATokenThatTheProviderHasNewer() {
        var given = new ArrayList<String>();
        CredentialsProvider provider = () -> {
            given.add("provided-" + given.size());
            return CompletableFuture.completedFuture(new Credentials(given.getLast(), "device"));
        };
        var other = new Scene(ClientSettings.of(Scene.SERVER, provider), Probe.NONE).play();
        var _ = other.session.login("renewed");
        other.line().say(1L, 1L, new LoginResult(true, null, null));
        other.line().lose();
        other.passes(2);
        other.line().open();

        assertThat(other.line().last(Hello.class).token()).isEqualTo("provided-1");
    }

    private CompletableFuture<JsonText> call() {
        return scene.session.call("Treasury.balance", JsonText.EMPTY_OBJECT, SOON);
    }

    static CallFailedException failure(CompletableFuture<? extends @Nullable Object> call) {
        assertThat(call.isCompletedExceptionally()).isTrue();
        try {
            call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CallFailedException failure) {
                return failure;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("did not fail");
    }
}
