package dev.gatehouse.session.link;

import static dev.gatehouse.model.error.ConnectionError.FAILED_TO_RESUME_SESSION;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage.Decide;
import dev.gatehouse.model.link.ProxyMessage.Detach;
import dev.gatehouse.model.link.ProxyMessage.End;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.token.ServiceToken;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.session.load.CountedJournal;
import dev.gatehouse.session.load.FlushLoad;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static SessionNode node;
    private ProxyLink link;

    @BeforeAll
    static void start() {
        node = SessionNode.startWith(CountedJournal.Beans.class, "session-1", REDIS.port());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void open() {
        link = ProxyLink.open(node);
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void opensNoLinkWithoutATokenForIt() {
        assertThatThrownBy(() -> ProxyLink.open(node, "not.a.token")).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> ProxyLink.open(node, SessionNode.serviceToken(ServiceToken.INTERNAL_AUDIENCE)))
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void losesNothingThatFollowsTheUpgradeAtOnce() {
        for (int i = 0; i < 200; i++) {
            try (var another = ProxyLink.open(node)) {
                new LinkClient(another, 1, "zoe-" + i, "zoe-" + i).start();
            }
        }
    }

    @Test
    void hasAFlushInTheJournalBeforeItAnswers() {
        var client = new LinkClient(link, 1, "alice", "alice-1");
        client.start();

        client.digs(1, 2);

        assertThat(link.hear(1).message()).isInstanceOf(FlushResult.class);
        var stored = node.bean(PlayerJournal.class)
                .load(client.player())
                .toCompletableFuture()
                .join();
        assertThat(stored.entries()).hasSize(1);
    }

    @Test
    void needsFewRoundTripsToRedisUnderLoad() throws Exception {
        var load = FlushLoad.on(node, 200, 10);

        System.out.println(load);
        assertThat(load.roundTrips()).isLessThan(0.5);
        assertThat(load.work().scripts()).isGreaterThanOrEqualTo(load.flushes());
    }

    @Test
    void goesOnOverAnotherLinkWithExactlyWhatWasMissed() {
        var client = new LinkClient(link, 1, "bert", "bert-1");
        var started = client.start();
        client.digs(1, 1);
        assertThat(link.hear(1).seq()).isEqualTo(1);
        link.send(1, Kind.PAUSE, ByteString.EMPTY);
        client.digs(2, 1);
        client.digs(3, 1);
        awaitJournal(client, 3);
        link.close();

        link = ProxyLink.open(node);
        var back = new LinkClient(link, 7, "bert", "bert-1");
        var resume = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 1);
        var resumed = (SessionResumed) LinkClient.firstOf(back.attach(resume, null));

        assertThat(resumed.received()).isEqualTo(3);
        assertThat(link.hear(7).seq()).isEqualTo(2);
        assertThat(link.hear(7).seq()).isEqualTo(3);
        assertThat(link.isQuiet(7)).isTrue();
    }

    @Test
    void refusesASecondResumeWithTheSameToken() {
        var started = new LinkClient(link, 1, "cora", "cora-1").start();
        link.say(1, new Detach(false));
        var resume = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 0);
        LinkClient.firstOf(new LinkClient(link, 2, "cora", "cora-1").attach(resume, null));
        link.say(2, new ClientFrame(null, null, new ClientMessage.Acknowledge()));

        var second = new LinkClient(link, 3, "cora", "cora-1").attach(resume, null);

        assertThat(second)
                .isInstanceOfSatisfying(
                        NodeMessage.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(FAILED_TO_RESUME_SESSION.code()));
    }

    @Test
    void holdsBackWhileTheSocketIsFull() {
        var client = new LinkClient(link, 1, "dora", "dora-1");
        client.start();
        link.send(1, Kind.PAUSE, ByteString.EMPTY);
        client.digs(1, 1);
        awaitJournal(client, 1);
        assertThat(link.isQuiet(1)).isTrue();

        link.send(1, Kind.RESUME, ByteString.EMPTY);

        assertThat(link.hear(1).seq()).isEqualTo(1);
    }

    @Test
    void letsTheNewestSessionWin() {
        new LinkClient(link, 1, "emil", "emil-1").start();

        new LinkClient(link, 2, "emil", "emil-2").start();

        var close = (NodeMessage.Close) link.hearNode(1);
        assertThat(close.code()).isEqualTo(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION.code());
        assertThat(close.frame().toStringUtf8()).contains("\"code\":1500");
    }

    @Test
    void letsTheOlderSessionLookOnWhereTheGameHasKeptBoth() {
        var older = new LinkClient(link, 1, "gerd", "gerd-1");
        var started = older.start();
        try (var other = ProxyLink.open(node)) {
            var newer = new LinkClient(other, 1, "gerd", "gerd-2");
            assertThat(newer.startBeside("gerd-1").player()).matches(PlayerStart::lead);
            assertThat(older.hears())
                    .isInstanceOfSatisfying(
                            ModelPatch.class, patch -> assertThat(patch.lead()).isFalse());

            newer.digs(1, 2);
            assertThat(newer.hears()).isInstanceOf(FlushResult.class);
            assertThat(older.hears()).isEqualTo(new ModelPatch(0, gold(2)));
            older.digs(1, 7);
            assertThat(older.hears()).isEqualTo(new FlushResult(1, 0, List.of(new OpResult(0, "not_leading")), null));

            link.say(1, new Detach(false));
            link.say(0, new End(8, older.player(), new SessionId("gerd-9"), 1500));
            assertThat(link.hearNode(0)).isEqualTo(new NodeMessage.Ended(8, false));
            newer.digs(2, 1);
            newer.digs(3, 1);
            assertThat(newer.hears()).isInstanceOf(FlushResult.class);
            assertThat(newer.hears()).isInstanceOf(FlushResult.class);
            var back = new LinkClient(other, 2, "gerd", "gerd-1");
            var resume = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 3);
            assertThat(LinkClient.firstOf(back.attach(resume, null))).isInstanceOf(SessionResumed.class);
            assertThat(back.hears()).isEqualTo(new ModelPatch(0, gold(4)));

            other.say(1, new Detach(true));
            assertThat(back.hears())
                    .isInstanceOfSatisfying(
                            ModelPatch.class, patch -> assertThat(patch.lead()).isTrue());
        }
    }

    private static JsonText gold(int amount) {
        return new JsonText("[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":" + amount + "}]");
    }

    @Test
    void asksTheGameWhichSessionsOfADeviceStay() {
        var older = deviceSession("s-1", 1);
        var newer = deviceSession("s-2", 2);

        link.say(0, new Decide(5, Purse.GAME_ID, newer, List.of(older, newer)));

        assertThat(link.hearNode(0))
                .isEqualTo(new NodeMessage.Decided(5, new NodeMessage.Kept(List.of(newer.sessionId()))));
    }

    @Test
    void endsASessionForAProxy() {
        var client = new LinkClient(link, 1, "fred", "fred-1");
        client.start();

        link.say(0, new End(6, client.player(), new SessionId("fred-1"), 1500));
        link.say(0, new End(7, client.player(), new SessionId("fred-9"), 1500));

        assertThat(link.hearNode(0)).isEqualTo(new NodeMessage.Ended(6, true));
        assertThat(link.hearNode(0)).isEqualTo(new NodeMessage.Ended(7, false));
        assertThat(((NodeMessage.Close) link.hearNode(1)).code()).isEqualTo(1500);
    }

    static Stream<Arguments> wrongTimes() {
        return Stream.of(
                Arguments.of(Purse.PUNCTUAL, List.of(), "1504 force_terminated_client_time_too_far_behind inform"),
                Arguments.of(
                        Purse.GAME, List.of(Op.ticks(620)), "1505 force_terminated_client_time_too_far_ahead inform"));
    }

    @ParameterizedTest
    @MethodSource("wrongTimes")
    void endsASessionWhoseTicksLeaveRealTime(GameDefinition game, List<Op> ops, String why) {
        var player = new PlayerKey(game.id(), new PlayerId("gina"));
        var client = new LinkClient(link, 1, player, "gina-" + game.id(), null);
        client.start();

        client.says(1, new Flush(ops, Purse.checksumOfNew()));

        var close = (NodeMessage.Close) link.hearNode(1);
        var said = (Terminate) RecordingLine.read(close.frame()).message();
        assertThat(said.code() + " " + said.name() + " " + said.advice()).isEqualTo(why);
        assertThat(close.code()).isEqualTo(said.code());
    }

    private void awaitJournal(LinkClient client, int entries) {
        var journal = node.bean(PlayerJournal.class);
        await().until(() -> journal.load(client.player())
                        .toCompletableFuture()
                        .join()
                        .entries()
                        .size()
                == entries);
    }

    private static DeviceSession deviceSession(String id, long connectedAt) {
        return new DeviceSession(new SessionId(id), new PlayerId("alice"), new NodeId("proxy-1"), connectedAt, false);
    }
}
