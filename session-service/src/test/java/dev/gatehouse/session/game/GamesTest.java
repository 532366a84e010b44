package dev.gatehouse.session.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.ClientReady;
import dev.gatehouse.model.servercode.ConnectionPolicy;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceOutline;
import dev.gatehouse.model.servercode.InstanceRules;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Readiness;
import dev.gatehouse.model.servercode.ReadyClient;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.session.fixture.LogLines;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GamesTest {

    private static final InstanceOutline INSTANCE = new InstanceOutline(
            new InstanceId("gi-1"), InstanceState.RUNNING, List.of(), JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT);

    private static final LoggableFailures FAILURES = new LoggableFailures(List.of(Purse.GAME));

    private static final DeviceSession OLDER = session("s-1", 1);
    private static final DeviceSession NEWER = session("s-2", 2);

    private final TestTime time = new TestTime();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void keepsWhomThePolicyNamesWithoutStrangersAndRepeats() {
        var games = withPolicy(
                (current, _) -> List.of(current.sessionId(), new SessionId("a-stranger"), current.sessionId()));

        assertThat(decide(games)).contains(List.of(NEWER.sessionId()));
    }

    @Test
    void fallsBackToTheDefaultWhereThePolicyThrows() {
        var games = withPolicy((_, _) -> {
            throw new IllegalStateException("a mistake of the game's");
        });

        assertThat(decide(games)).isEmpty();
        assertThat(failures).hasValue(1);
    }

    @Test
    @SuppressWarnings("NullAway") // A game may be compiled without null checks.
    void fallsBackToTheDefaultWhereThePolicySaysNothing() {
        assertThat(decide(withPolicy((_, _) -> null))).isEmpty();
        assertThat(failures).hasValue(1);
    }

    @Test
    void fallsBackToTheDefaultWhereThereIsNoPolicyOrNoSuchGame() {
        var games = games(GameDefinition.of(Purse.GAME_ID, Purse.MODEL), time.executor());

        assertThat(decide(games)).isEmpty();
        assertThat(failures).hasValue(0);
    }

    @Test
    void interruptsAPolicyThatTakesTooLong() throws InterruptedException {
        var running = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        ConnectionPolicy stuck = (_, _) -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return List.of();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var games = games(GameDefinition.of(Purse.GAME_ID, Purse.MODEL).with(stuck), threads);
            var decision =
                    games.decide(Purse.GAME_ID, NEWER, List.of(OLDER, NEWER)).toCompletableFuture();
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

            time.passes(Duration.ofSeconds(2));

            assertThat(decision).isCompletedWithValue(Optional.empty());
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // A game may be compiled without null checks.
    void refusesAClientWhereTheGamesCodeFails() {
        ClientReady broken = _ -> {
            throw new IllegalStateException("a mistake of the game's");
        };

        assertThat(List.of(readiness(broken), readiness(_ -> null)))
                .containsOnly(Readiness.refused("The game's code failed."));
    }

    @Test
    void asksTheGameAboutItsInstances() {
        var end = new InstanceWish.End(InstanceAsker.BACKEND, INSTANCE, "done");
        InstanceRules rules = wish -> wish.equals(end) ? Verdict.refused("not yet") : InstanceRules.USUAL.decide(wish);

        assertThat(verdict(rules, end)).isEqualTo(Verdict.refused("not yet"));
        assertThat(verdict(rules, new InstanceWish.End(InstanceAsker.GAME_SERVER, INSTANCE, "done")))
                .isEqualTo(Verdict.allowed());
    }

    @Test
    @SuppressWarnings("NullAway") // A game may be compiled without null checks.
    void refusesAWishWhereTheGamesRulesFail() {
        var end = new InstanceWish.End(InstanceAsker.BACKEND, INSTANCE, "done");
        InstanceRules broken = _ -> {
            throw new IllegalStateException("a mistake of the game's");
        };

        assertThat(List.of(verdict(broken, end), verdict(_ -> null, end)))
                .containsOnly(Verdict.refused("The game's code failed."));
    }

    @Test
    void logsNothingThatHiddenMembersMayBeIn() {
        var games = withPolicy((_, _) -> {
            throw new IllegalStateException("suspicion: 4711");
        });

        try (var lines = new LogLines(Games.class)) {
            assertThat(decide(games)).isEmpty();

            assertThat(lines.thrown())
                    .singleElement()
                    .asString()
                    .contains("IllegalStateException", "GamesTest")
                    .doesNotContain("4711");
        }
    }

    @Test
    void asksNobodyWhereAGameHasNoRules() {
        var game = GameDefinition.of(Purse.GAME_ID, Purse.MODEL);
        var noPlaces = new Hooks(time.executor(), time.executor(), 0, FAILURES);
        var games = new Games(List.of(game), limits(), noPlaces, () -> {});

        var verdict = games.decide(game, new InstanceWish.End(InstanceAsker.BACKEND, INSTANCE, "done"));

        assertThat(verdict.toCompletableFuture()).isCompletedWithValue(Verdict.allowed());
    }

    @Test
    void refusesTwoGamesOfOneId() {
        var hooks = new Hooks(time.executor(), time.executor(), 1, FAILURES);

        assertThatThrownBy(() -> new Games(List.of(Purse.GAME, Purse.GAME), limits(), hooks, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("games: two of id purse (expected: one)");
    }

    private Games withPolicy(ConnectionPolicy policy) {
        return games(GameDefinition.of(Purse.GAME_ID, Purse.MODEL).with(policy), time.executor());
    }

    private Games games(GameDefinition game, ExecutorService threads) {
        return new Games(
                List.of(game), limits(), new Hooks(threads, time.executor(), 10, FAILURES), failures::incrementAndGet);
    }

    private static Optional<List<SessionId>> decide(Games games) {
        return games.decide(Purse.GAME_ID, NEWER, List.of(OLDER, NEWER))
                .toCompletableFuture()
                .join();
    }

    private Readiness readiness(ClientReady hook) {
        var games = games(GameDefinition.of(Purse.GAME_ID, Purse.MODEL).with(hook), time.executor());
        return games.ready(new ReadyClient(Purse.GAME_ID, new PlayerId("alice"), NEWER.sessionId()))
                .toCompletableFuture()
                .join();
    }

    private Verdict verdict(InstanceRules rules, InstanceWish wish) {
        var game = GameDefinition.of(Purse.GAME_ID, Purse.MODEL).withInstanceRules(rules);
        return games(game, time.executor())
                .decide(game, wish)
                .toCompletableFuture()
                .join();
    }

    private static GameProperties limits() {
        return new GameProperties(Duration.ofSeconds(2), Duration.ofSeconds(10), 10);
    }

    private static DeviceSession session(String id, long connectedAt) {
        return new DeviceSession(new SessionId(id), new PlayerId("alice"), new NodeId("proxy-1"), connectedAt, false);
    }
}
