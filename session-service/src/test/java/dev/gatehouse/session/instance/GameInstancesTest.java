package dev.gatehouse.session.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceOutline;
import dev.gatehouse.model.servercode.ServerRpc;
import dev.gatehouse.session.fixture.Talks;
import dev.gatehouse.session.rpc.Methods;
import dev.gatehouse.session.rpc.RpcWorld;
import dev.gatehouse.session.rpc.ServerCalls;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.testing.TestTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
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
import org.junit.jupiter.params.provider.EnumSource;

class GameInstancesTest {

    private static final GameId GAME = new GameId("chess");
    private static final PlayerId ALICE = new PlayerId("alice");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final SessionId SESSION = new SessionId("s-1");
    private static final InstanceId ID = new InstanceId("gi-1");
    private static final InstanceAsker HERSELF = InstanceAsker.player(ALICE);

    private final BlockingQueue<InstanceRequest> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServerMessage> told = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch opening = new CountDownLatch(1);
    private InstanceAnswer answer = new InstanceAnswer.Done(instance(ALICE, BOB));
    private InstanceLine line = (_, request) -> {
        asked.add(request);
        return answer;
    };
    private final ServerCalls calls = new ServerCalls(
            new RpcWorld(Talks.RPC, threads, new TestTime().executor(), Talks.FAILURES),
            Map.of(
                    GAME,
                    Methods.of(List.of(new GameInstances((game, request) -> line.ask(game, request))), List.of())));

    @BeforeEach
    void open() {
        calls.opened(new Peer(new Caller(GAME, ALICE, SESSION), told::add));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @DisplayName("3.4 (15) a player creates an instance that it is in, and is shown its own part of it")
    void createsForTheCallerAndItsCompanions() throws Exception {
        call("create", """
                {"key": "ours", "team": 1, "players": [{"playerId": "bob"}, {"playerId": "carol", "team": 2}],
                 "zone": "eu-west", "data": {"map":"mine"}, "shared": {"mode":"fast"}}""");

        assertThat(next())
                .isEqualTo(value("{\"instanceId\":\"gi-1\",\"state\":\"allocating\",\"team\":1,"
                        + "\"data\":{\"of\":\"alice\"},\"shared\":{\"mode\":\"fast\"}}"));
        assertThat(asked)
                .containsExactly(new InstanceRequest.Create(
                        HERSELF,
                        "ours",
                        "eu-west",
                        List.of(
                                new InstancePlayer(ALICE, 1),
                                new InstancePlayer(BOB, 0),
                                new InstancePlayer(new PlayerId("carol"), 2)),
                        new JsonText("{\"map\":\"mine\"}"),
                        new JsonText("{\"mode\":\"fast\"}"),
                        null));
    }

    @Test
    @DisplayName("3.4 (15) a player joins and leaves for itself")
    void joinsAndLeavesForTheCaller() throws Exception {
        call("join", "{\"instanceId\":\"gi-1\"}");
        assertThat(next())
                .isInstanceOfSatisfying(
                        RpcResult.class, result -> assertThat(result.ok()).isTrue());
        call("leave", "{\"instanceId\":\"gi-1\"}");
        assertThat(next()).isEqualTo(value("null"));

        assertThat(asked)
                .containsExactly(
                        new InstanceRequest.AddPlayers(HERSELF, ID, List.of(new InstancePlayer(ALICE, 0))),
                        new InstanceRequest.RemovePlayers(HERSELF, ID, List.of(ALICE)));
    }

    @Test
    @DisplayName("3.4 (16) a player says for itself whether it comes back")
    void saysWhetherTheCallerComesBack() throws Exception {
        call("reconnect", "{\"instanceId\":\"gi-1\"}");
        assertThat(next())
                .isInstanceOfSatisfying(
                        RpcResult.class, result -> assertThat(result.ok()).isTrue());
        call("decline", "{\"instanceId\":\"gi-1\"}");
        assertThat(next()).isEqualTo(value("null"));

        assertThat(asked)
                .containsExactly(
                        new InstanceRequest.Reconnect(HERSELF, ID), new InstanceRequest.DeclineReconnect(HERSELF, ID));
    }

    @Test
    void showsNothingOfAnInstanceThatTheCallerIsNotIn() throws Exception {
        answer = new InstanceAnswer.Done(instance(BOB));

        call("create", "{\"key\":\"ours\"}");
        assertThat(next()).isEqualTo(failed(errorOf(PartnerError.PLAYER_NOT_IN_INSTANCE)));
        call("leave", "{\"instanceId\":\"gi-1\"}");
        assertThat(next()).isEqualTo(value("null"));
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerError.class,
            names = {
                "REFUSED_BY_GAME",
                "UNKNOWN_INSTANCE",
                "INSTANCE_FULL",
                "RECONNECT_NOT_OFFERED",
                "CONTENTION",
                "UNAVAILABLE"
            })
    void saysWhyNotAsTheServiceSaysIt(PartnerError why) throws Exception {
        answer = InstanceAnswer.refused(why);

        call("join", "{\"instanceId\":\"gi-1\"}");

        assertThat(next()).isEqualTo(failed(errorOf(why)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "join|{}|instanceId: missing",
                "join|{\"instanceId\":\"gi-1\",\"team\":-1}|team: -1 (expected: 0 to 1000000)",
                "join|{\"instanceId\":\"gi-1\",\"playerId\":\"bob\"}|playerId: unknown",
                "leave|{\"instanceId\":\"gi-1\",\"players\":[\"bob\"]}|players: unknown",
                "create|{\"key\":\"k\",\"players\":[{\"team\":1}]}|players[0].playerId: missing",
            })
    void refusesArgumentsThatDoNotFit(String method, String args, String why) throws Exception {
        call(method, args);

        assertThat(next()).isEqualTo(failed(CallError.of(CallErrorCode.INVALID_ARGUMENTS, why)));
        assertThat(asked).isEmpty();
    }

    @Test
    void hasOneCodeForArgumentsThatDoNotFit() throws Exception {
        answer = new InstanceAnswer.Refused(new Failure("invalid_argument", "key: 0 characters", false));

        call("create", "{\"key\":\"\"}");

        assertThat(next()).isEqualTo(failed(CallError.of(CallErrorCode.INVALID_ARGUMENTS, "key: 0 characters")));
    }

    @Test
    void isNotForWhoeverHasNotLoggedIn() throws Exception {
        var nobody = new Caller(GAME, PlayerId.unauthenticated(new SessionId("s-2")), new SessionId("s-2"));
        calls.opened(new Peer(nobody, told::add));

        calls.call(nobody.sessionId(), rpc("join", "{\"instanceId\":\"gi-1\"}"));

        assertThat(next()).isEqualTo(failed(CallError.of(CallErrorCode.UNAUTHENTICATED)));
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName("3.4 (15) of one player only a few such calls are open at once, over all its sessions")
    void refusesMoreThanAFewOpenCallsOfOnePlayer() throws Exception {
        line = (_, request) -> {
            asked.add(request);
            opening.await();
            return answer;
        };
        for (int i = 0; i < GameInstances.MAX_OPEN; i++) {
            var session = new SessionId("more-" + i);
            calls.opened(new Peer(new Caller(GAME, ALICE, session), told::add));
            calls.call(session, rpc("join", "{\"instanceId\":\"gi-1\"}"));
            assertThat(asked.poll(10, TimeUnit.SECONDS)).isNotNull();
        }

        call("join", "{\"instanceId\":\"gi-1\"}");

        assertThat(next()).isEqualTo(failed(CallError.of(CallErrorCode.TOO_MANY)));
        opening.countDown();
        for (int i = 0; i < GameInstances.MAX_OPEN; i++) {
            assertThat(next())
                    .isInstanceOfSatisfying(
                            RpcResult.class, result -> assertThat(result.ok()).isTrue());
        }
        call("leave", "{\"instanceId\":\"gi-1\"}");
        assertThat(next()).isEqualTo(value("null"));
    }

    @Test
    @DisplayName("3.4 (15) no game may have a class of this name")
    void keepsItsNameToItself() {
        var suites = new GameInstances(line);

        assertThatThrownBy(() -> Methods.of(List.of(suites), List.of(new Usurper())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GameInstances: a name of the suite's, for " + Usurper.class.getName()
                        + " (expected: another one)");
    }

    @ServerRpc("GameInstances")
    public static final class Usurper {

        public void list() {}
    }

    private void call(String method, String args) {
        calls.call(SESSION, rpc(method, args));
    }

    private static Rpc rpc(String method, String args) {
        return new Rpc(1, "GameInstances." + method, new JsonText(args), null);
    }

    private @Nullable ServerMessage next() throws InterruptedException {
        return told.poll(10, TimeUnit.SECONDS);
    }

    private static InstanceOutline instance(PlayerId... players) {
        var seats = List.of(players).stream()
                .map(player -> new SeatedPlayer(player, 1, new JsonText("{\"of\":\"" + player + "\"}"), 1, false))
                .toList();
        return new InstanceOutline(
                ID,
                InstanceState.ALLOCATING,
                seats,
                new JsonText("{\"secret\":\"of the server\"}"),
                new JsonText("{\"mode\":\"fast\"}"));
    }

    private static CallError errorOf(PartnerError why) {
        return new CallError(why.code(), why.message(), why.retryable());
    }

    private static RpcResult value(String json) {
        return new RpcResult(1, true, new JsonText(json), null);
    }

    private static RpcResult failed(CallError error) {
        return new RpcResult(1, false, null, error);
    }
}
