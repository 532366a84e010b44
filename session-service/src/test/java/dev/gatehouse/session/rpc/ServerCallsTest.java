package dev.gatehouse.session.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ClientMessage.RpcCancel;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.ServerRpc;
import dev.gatehouse.session.fixture.LogLines;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.Talks;
import dev.gatehouse.session.game.LoggableFailures;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCallsTest {

    private static final SessionId SESSION = new SessionId("s-1");
    private static final GameId GAME = new GameId("bank");
    private static final LoggableFailures FAILURES = new LoggableFailures(List.of(Purse.GAME));

    private final Bank bank = new Bank();
    private final TestTime time = new TestTime();
    private final BlockingQueue<ServerMessage> told = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerCalls calls = new ServerCalls(
            new RpcWorld(Talks.RPC, threads, time.executor(), FAILURES), Map.of(GAME, Methods.of(List.of(bank))));

    @BeforeEach
    void open() {
        calls.opened(new Peer(new Caller(GAME, new PlayerId("alice"), SESSION), told::add));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @DisplayName("1.4 (20) arguments are bound by name, strictly")
    void bindsArgumentsByName() throws Exception {
        call(1, "Bank.sum", "{\"note\":\"hi\",\"coins\":[{\"worth\":2},{\"motto\":\"x\",\"worth\":3}]}");

        assertThat(next()).isEqualTo(value(1, "5"));
    }

    @Test
    void saysWhoCalls() throws Exception {
        call(1, "Bank.who", "{}");

        assertThat(next()).isEqualTo(value(1, "\"alice\""));
    }

    @Test
    void answersACallThatGivesNothing() throws Exception {
        call(1, "Bank.nothing", "{}");

        assertThat(next()).isEqualTo(value(1, "null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|coins: missing",
                "{\"coins\":null}|coins: missing",
                "{\"coins\":[],\"extra\":1}|extra: unknown",
                "{\"coins\":{}}|coins: not a list",
                "{\"coins\":[{\"worth\":\"2\"}]}|coins[0].worth: not a whole number",
                "{\"coins\":[{\"worth\":2.5}]}|coins[0].worth: not a whole number",
                "{\"coins\":[{\"worth\":99999999999}]}|coins[0].worth: out of range (expected: 32 bits)",
                "{\"coins\":[{\"motto\":\"x\"}]}|coins[0].worth: missing",
                "{\"coins\":[{\"worth\":1,\"size\":2}]}|coins[0].size: unknown",
                "{\"coins\":[],\"note\":7}|note: not a string",
                "[]|not an object",
            })
    void refusesArgumentsThatDoNotFitAndNamesThem(String args, String message) throws Exception {
        call(1, "Bank.sum", args);

        assertThat(next()).isEqualTo(failed(1, CallError.of(CallErrorCode.INVALID_ARGUMENTS, message)));
        assertThat(bank.calls).isEmpty();
    }

    @Test
    @DisplayName("1.4 (20) a server error, a refusal and an unknown method are told apart")
    void tellsTheKindsOfFailureApart() throws Exception {
        call(1, "Bank.rob", "{}");
        assertThat(next()).isEqualTo(failed(1, CallError.of(CallErrorCode.UNKNOWN_METHOD)));
        call(2, "Bank.fail", "{}");
        assertThat(next()).isEqualTo(failed(2, CallError.of(CallErrorCode.SERVER_ERROR)));
        call(6, "Bank.breaks", "{}");
        assertThat(next()).isEqualTo(failed(6, CallError.of(CallErrorCode.SERVER_ERROR)));
        call(3, "Bank.large", "{}");
        assertThat(next()).isEqualTo(failed(3, CallError.of(CallErrorCode.SERVER_ERROR, "The answer is too large.")));
        call(4, "Bank.withdraw", "{\"worth\":11}");
        assertThat(next()).isEqualTo(failed(4, new CallError("too_poor", "Not that much.", false)));
        call(5, "Bank.withdraw", "{\"worth\":3}");
        assertThat(next()).isEqualTo(value(5, "{\"worth\":3}"));
    }

    @Test
    @DisplayName("2.4 (16): what a call's code says is not logged where the game hides anything")
    void logsNothingThatHiddenMembersMayBeIn() {
        var here = new ServerCalls(
                new RpcWorld(Talks.RPC, time.executor(), time.executor(), FAILURES),
                Map.of(Purse.GAME_ID, Methods.of(List.of(bank))));
        here.opened(new Peer(new Caller(Purse.GAME_ID, new PlayerId("alice"), SESSION), told::add));

        try (var lines = new LogLines(SessionCalls.class)) {
            here.call(SESSION, new Rpc(1, "Bank.fail", JsonText.EMPTY_OBJECT, null));

            // Threads of other tests may log their end meanwhile.
            assertThat(lines.thrown())
                    .noneMatch(thrown -> thrown.contains("secret"))
                    .filteredOn(thrown -> thrown.contains("Bank.fail"))
                    .singleElement()
                    .asString()
                    .contains("IllegalStateException", "Bank.fail")
                    .doesNotContain("secret");
        }
    }

    @Test
    void takesNothingFatalForAnErrorOfTheGames() {
        var here = new ServerCalls(
                new RpcWorld(Talks.RPC, time.executor(), time.executor(), FAILURES),
                Map.of(GAME, Methods.of(List.of(bank))));
        here.opened(new Peer(new Caller(GAME, new PlayerId("alice"), SESSION), told::add));

        assertThatThrownBy(() -> here.call(SESSION, new Rpc(1, "Bank.exhausts", JsonText.EMPTY_OBJECT, null)))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(told).isEmpty();
    }

    @Test
    void letsTheNextCallHaveItsTurnAfterAFatalError() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var here = new ServerCalls(
                    new RpcWorld(Talks.RPC, threads, time.executor(), FAILURES),
                    Map.of(GAME, Methods.of(List.of(bank))));
            here.opened(new Peer(new Caller(GAME, new PlayerId("alice"), SESSION), told::add));

            here.call(SESSION, new Rpc(1, "Bank.exhausts", JsonText.EMPTY_OBJECT, null));
            here.call(SESSION, new Rpc(2, "Bank.breaks", JsonText.EMPTY_OBJECT, null));
        }

        assertThat(told).hasSize(1);
    }

    @Test
    @DisplayName("1.4 (20) a call that takes too long is a timeout, and its late answer is dropped")
    void givesUpInTimeInterruptsTheCodeAndDropsItsLateAnswer() throws Exception {
        calls.call(SESSION, new Rpc(1, "Bank.waits", JsonText.EMPTY_OBJECT, 2_000L));
        assertThat(bank.began.await(10, TimeUnit.SECONDS)).isTrue();

        time.passes(Duration.ofSeconds(2));

        assertThat(next()).isEqualTo(failed(1, CallError.of(CallErrorCode.TIMEOUT)));
        assertThat(bank.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        call(2, "Bank.nothing", "{}");
        assertThat(next()).isEqualTo(value(2, "null"));
    }

    @Test
    void countsTheTimeInTheQueue() throws Exception {
        call(1, "Bank.waits", "{}");
        calls.call(SESSION, new Rpc(2, "Bank.nothing", JsonText.EMPTY_OBJECT, 1_000L));

        time.passes(Duration.ofSeconds(1));

        assertThat(next()).isEqualTo(failed(2, CallError.of(CallErrorCode.TIMEOUT)));
        bank.opens();
        assertThat(next()).isEqualTo(value(1, "null"));
        assertThat(bank.calls).containsExactly("waits");
    }

    @Test
    void capsTheTimeThatAClientAsksFor() throws Exception {
        calls.call(SESSION, new Rpc(1, "Bank.waits", JsonText.EMPTY_OBJECT, Long.MAX_VALUE));

        time.passes(Talks.RPC.maxTimeout());

        assertThat(next()).isEqualTo(failed(1, CallError.of(CallErrorCode.TIMEOUT)));
    }

    @Test
    @DisplayName("1.4 (20) a cancelled call is interrupted and has no answer")
    void interruptsACancelledCallAndSendsNoAnswer() throws Exception {
        call(1, "Bank.waits", "{}");
        call(2, "Bank.who", "{}");

        calls.cancel(SESSION, new RpcCancel(1));

        assertThat(next()).isEqualTo(value(2, "\"alice\""));
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("1.4 (20) the id of a call that is open is not run twice")
    void runsNeitherACallTwiceNorTwoAtOnce() throws Exception {
        call(1, "Bank.waits", "{}");
        call(1, "Bank.waits", "{}");
        call(2, "Bank.nothing", "{}");

        bank.opens();

        assertThat(next()).isEqualTo(value(1, "null"));
        assertThat(next()).isEqualTo(value(2, "null"));
        assertThat(bank.calls).containsExactly("waits", "nothing");
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("1.4 (20) one open call too many is refused")
    void refusesMoreThanAFewOpenCalls() throws Exception {
        for (int id = 1; id <= 5; id++) {
            call(id, "Bank.waits", "{}");
        }

        assertThat(next()).isEqualTo(failed(5, CallError.of(CallErrorCode.TOO_MANY)));
    }

    @Test
    void answersWhatIsOpenWhenTheSessionGoesOnElsewhere() throws Exception {
        call(1, "Bank.nothing", "{}");
        assertThat(next()).isEqualTo(value(1, "null"));
        call(2, "Bank.waits", "{}");
        call(3, "Bank.nothing", "{}");

        calls.moved(SESSION);

        var answers = List.of(next(), next());
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        failed(2, CallError.of(CallErrorCode.SESSION_MOVED)),
                        failed(3, CallError.of(CallErrorCode.SESSION_MOVED)));
        threads.close();
        assertThat(told).isEmpty();
    }

    @Test
    void interruptsEverythingWhenTheSessionIsOver() throws Exception {
        call(1, "Bank.nothing", "{}");
        assertThat(next()).isEqualTo(value(1, "null"));
        call(2, "Bank.waits", "{}");
        call(3, "Bank.nothing", "{}");

        calls.ended(SESSION);
        call(4, "Bank.nothing", "{}");
        threads.close();

        assertThat(told).isEmpty();
        assertThat(bank.calls).doesNotContainSequence("nothing", "nothing");
    }

    @Test
    void offersOnlyWhatIsDeclaredForIt() {
        assertThatThrownBy(() -> Methods.of(List.of("a string")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@ServerRpc");
        assertThatThrownBy(() -> Methods.of(List.of(new Ambiguous())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Twice.same");
    }

    @ServerRpc("Twice")
    public static final class Ambiguous {

        public void same(int number) {}

        public void same(String text) {}
    }

    private void call(long id, String method, String args) {
        calls.call(SESSION, new Rpc(id, method, new JsonText(args), null));
    }

    private @Nullable ServerMessage next() throws InterruptedException {
        return told.poll(10, TimeUnit.SECONDS);
    }

    private static RpcResult value(long id, String json) {
        return new RpcResult(id, true, new JsonText(json), null);
    }

    private static RpcResult failed(long id, CallError error) {
        return new RpcResult(id, false, null, error);
    }
}
