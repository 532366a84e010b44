package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PoolOrder.Allocate;
import dev.gatehouse.model.partner.PoolOrder.Describe;
import dev.gatehouse.model.partner.PoolOrder.Release;
import dev.gatehouse.model.partner.PoolServerMessage;
import dev.gatehouse.model.partner.PoolServerMessage.Answer;
import dev.gatehouse.model.partner.PoolServerMessage.Ended;
import dev.gatehouse.model.partner.PoolServerMessage.Join;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PoolServerMessage.Report;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.testing.TestTime;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolLinkTest {

    private static final InstanceId INSTANCE = new InstanceId("gi-1");
    private static final PooledServer SERVER = new PooledServer(new ServerId("gs-1"), INSTANCE);

    private final Map<ServerId, CountDownLatch> games = new ConcurrentHashMap<>();
    private final TestTime time = new TestTime();
    private final FakePool pool = new FakePool();
    private final PoolLink link = new PoolLink(
            new PoolLink.Identity("box-1", "run-1"),
            ended -> new PooledServers(this::play, Thread.ofVirtual().factory(), 2, ended),
            pool,
            time.executor(),
            new Random(1));

    private void play(GameServerConfiguration server) throws InterruptedException {
        games.computeIfAbsent(server.serverId(), _ -> new CountDownLatch(1)).await();
    }

    @AfterEach
    void endGames() {
        link.servers().end();
    }

    @Test
    void joinsAndReportsOverAndOver() {
        link.join();
        assertThat(pool.news()).containsExactly(new Join("1", "box-1", "run-1", 2, List.of()));

        time.passes(Duration.ofSeconds(10));

        assertThat(pool.news()).containsExactly(new Report("2", 2, List.of()), new Report("3", 2, List.of()));
    }

    @Test
    void runsWhatItIsOrderedToAndSaysSo() {
        link.join();
        pool.news();

        pool.order(allocate("gs-1"));
        pool.order(allocate("gs-1"));
        pool.order(new Describe("d", SERVER.serverId(), INSTANCE));
        pool.order(new Describe("d", new ServerId("gs-2"), INSTANCE));
        link.report();

        assertThat(pool.news())
                .containsExactly(
                        new Answer("allocate-gs-1", Outcome.RUNNING),
                        new Answer("allocate-gs-1", Outcome.RUNNING),
                        new Answer("d", Outcome.RUNNING),
                        new Answer("d", Outcome.GONE),
                        new Report("2", 2, List.of(SERVER)));
    }

    @Test
    void takesNoMoreThanItHasPlacesFor() {
        link.join();
        pool.order(allocate("gs-1"));
        pool.order(allocate("gs-2"));
        pool.news();

        pool.order(allocate("gs-3"));
        assertThat(pool.news()).containsExactly(new Answer("allocate-gs-3", Outcome.REFUSED));

        link.servers().offer(3);
        pool.order(allocate("gs-3"));
        assertThat(pool.news()).containsExactly(new Answer("allocate-gs-3", Outcome.RUNNING));
    }

    @Test
    void refusesWhatCannotBeCarriedOut() {
        link.join();
        pool.news();

        pool.order(new Allocate("a", SERVER.serverId(), INSTANCE, "no-address", "social", "game"));

        assertThat(pool.news()).containsExactly(new Answer("a", Outcome.REFUSED));
        assertThat(link.servers().running()).isEmpty();
    }

    @Test
    void saysWhenAGameHasEndedByItself() {
        link.join();
        pool.order(allocate("gs-1"));
        pool.news();

        games.computeIfAbsent(SERVER.serverId(), _ -> new CountDownLatch(1)).countDown();

        assertThat(awaitNews()).containsExactly(new Ended(SERVER.serverId(), INSTANCE, "the game has returned"));
        assertThat(link.servers().running()).isEmpty();
    }

    @Test
    void answersAReleaseOnceTheGameHasEnded() {
        link.join();
        pool.order(allocate("gs-1"));
        pool.news();

        pool.order(new Release("r", SERVER.serverId()));
        assertThat(awaitNews()).containsExactly(new Answer("r", Outcome.GONE));

        pool.order(new Release("r", SERVER.serverId()));
        assertThat(pool.news()).containsExactly(new Answer("r", Outcome.GONE));
    }

    @Test
    void saysOfEachGameThatItHasEndedBeforeItLeaves() {
        link.join();
        pool.order(allocate("gs-1"));
        pool.news();

        link.leave(Duration.ofSeconds(10));
        link.close();

        assertThat(pool.news())
                .containsExactly(
                        new Report("2", 0, List.of(SERVER)),
                        new Ended(SERVER.serverId(), INSTANCE, "the game was interrupted"));
        assertThat(pool.closedWith()).contains(WebSocket.NORMAL_CLOSURE);
    }

    @Test
    void joinsAgainAndSaysWhatRuns() {
        link.join();
        pool.order(allocate("gs-1"));
        pool.news();

        pool.isAway = true;
        pool.drop();
        time.passes(Duration.ofMinutes(10));
        assertThat(pool.news()).isEmpty();
        pool.isAway = false;
        time.passes(Duration.ofSeconds(2));

        assertThat(pool.news()).containsExactly(new Join("2", "box-1", "run-1", 2, List.of(SERVER)));
    }

    @Test
    void opensALinkAnewOnWhichNobodyHears() {
        link.join();
        pool.isDeaf = true;
        time.passes(Duration.ofSeconds(15));
        pool.news();
        pool.isDeaf = false;

        time.passes(Duration.ofMillis(5_100));

        assertThat(pool.news()).containsExactly(new Join("5", "box-1", "run-1", 2, List.of()));
    }

    @Test
    void keepsTryingWhereAnotherProcessHasItsNameAtARejoin() {
        link.join();
        pool.refuses = "already_linked";
        pool.drop();
        time.passes(Duration.ofSeconds(10));
        pool.refuses = null;
        pool.news();

        time.passes(Duration.ofSeconds(2));

        assertThat(pool.news()).hasSize(1).first().isInstanceOf(Join.class);
    }

    @Test
    void saysWhyTheFirstJoinFailed() {
        pool.refuses = "already_linked";
        assertThatThrownBy(link::join)
                .isInstanceOfSatisfying(
                        GameServerException.class, e -> assertThat(e.error()).contains(PartnerError.ALREADY_LINKED));

        pool.isAway = true;
        assertThatThrownBy(link::join)
                .isInstanceOfSatisfying(
                        GameServerException.class,
                        e -> assertThat(e.code()).isEqualTo(GameServerException.UNREACHABLE));
        assertThat(pool.news()).hasSize(1);
    }

    @Test
    void staysAwayOnceItIsClosed() {
        link.join();
        link.close();
        pool.news();

        time.passes(Duration.ofMinutes(1));

        assertThat(pool.news()).isEmpty();
    }

    private List<PoolServerMessage> awaitNews() {
        await().until(() -> !pool.said.isEmpty());
        return pool.news();
    }

    private static Allocate allocate(String server) {
        return new Allocate("allocate-" + server, new ServerId(server), INSTANCE, "ws://localhost", "social", "game");
    }
}
