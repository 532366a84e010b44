package dev.gatehouse.session.player.bench;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.session.fixture.ManualWorker;
import dev.gatehouse.session.fixture.MemoryDesyncs;
import dev.gatehouse.session.fixture.MemoryRegistry;
import dev.gatehouse.session.fixture.MemoryTopics;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.fixture.ShownSessions;
import dev.gatehouse.session.fixture.Talks;
import dev.gatehouse.session.fixture.WrittenCounters;
import dev.gatehouse.session.game.GameProperties;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.player.answer.EditOutcome;
import dev.gatehouse.session.player.answer.Newcomer;
import dev.gatehouse.session.player.answer.ViewAnswer;
import dev.gatehouse.session.player.desync.DesyncDesk;
import dev.gatehouse.session.player.desync.DesyncProperties;
import dev.gatehouse.session.player.owner.PlayerLoader;
import dev.gatehouse.session.player.world.PlayerProperties;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.ResumeTokens;
import dev.gatehouse.session.session.SessionProperties;
import dev.gatehouse.session.session.SessionWorld;
import dev.gatehouse.session.shard.Shard;
import dev.gatehouse.session.shard.ShardLimits;
import dev.gatehouse.session.snapshot.SnapshotDesk;
import dev.gatehouse.session.snapshot.SnapshotProperties;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// A node with one shard whose thread, time and registry move by hand. Every step runs to its end before
/// the next.
public final class PlayersBench {

    public static final NodeId SELF = new NodeId("session-1");

    private static final DeviceKey DEVICE = DeviceKey.of("a device");
    private static final SnapshotProperties SNAPSHOTS =
            new SnapshotProperties(4, DataSize.ofKilobytes(1), Duration.ofMinutes(1), 1);

    public final TestTime time = new TestTime();
    public final MemoryRegistry registry;
    public final MemoryTopics topics;
    private final NodeId self;
    public final ShownSessions shown = new ShownSessions();
    public final AskedNews news = new AskedNews();
    public final WrittenCounters counters = new WrittenCounters();
    public final DesyncDesk desyncs = new DesyncDesk(
            new MemoryDesyncs(),
            new DesyncProperties(DataSize.ofMegabytes(16), DataSize.ofMegabytes(2)),
            counters::desyncNotKept,
            time::nanoTime,
            Runnable::run);
    public final Players players;
    public final PlayerWorld world;

    private final SessionWorld sessions;
    private final ManualWorker thread = new ManualWorker();
    public final ManualWorker snapshotWorker = new ManualWorker();

    public PlayersBench() {
        this(Purse.GAME);
    }

    public PlayersBench(GameDefinition game) {
        this(SELF, new MemoryRegistry(), new MemoryTopics(), game);
    }

    private PlayersBench(NodeId self, MemoryRegistry registry, MemoryTopics topics, GameDefinition game) {
        this.self = self;
        this.registry = registry;
        this.topics = topics;
        var limits = new PlayerProperties(
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                100,
                DataSize.ofMegabytes(1),
                20_000,
                Duration.ofSeconds(60));
        var random = RandomGenerator.of("L64X128MixRandom");
        this.sessions = new SessionWorld(sessionLimits(), time, new ResumeTokens(random));
        var hookLimits = new GameProperties(Duration.ofSeconds(2), Duration.ofSeconds(10), 10);
        var games = new Games(
                List.of(game), hookLimits, new Hooks(time.executor(), time.executor(), 10, Talks.FAILURES), () -> {});
        this.world = new PlayerWorld(
                limits,
                sessions,
                new PlayerWorld.Registry(
                        self,
                        new PlayerWorld.Stores(
                                registry,
                                registry,
                                new SnapshotDesk(SNAPSHOTS, registry, snapshotWorker),
                                registry.sessions(),
                                desyncs),
                        shown,
                        news,
                        counters),
                games,
                Talks.open(time, self, topics),
                time::nanoTime);
        var shard = new Shard<Append, AppendResult>(
                new ShardLimits(100, 10, Duration.ofMillis(200)), registry::append, thread, time.executor());
        players = new Players(world, List.of(shard), new PlayerLoader(world, random, Runnable::run));
    }

    /// Another node on the same registry.
    public PlayersBench another(String id) {
        return another(id, Purse.GAME);
    }

    /// Another node on the same registry, with another version of the game.
    public PlayersBench another(String id, GameDefinition game) {
        return new PlayersBench(new NodeId(id), registry, topics, game);
    }

    private static SessionProperties sessionLimits() {
        return new SessionProperties(
                Duration.ofSeconds(60),
                Duration.ofSeconds(25),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                new SessionProperties.OutboxProperties(100, DataSize.ofMegabytes(4), Duration.ofMinutes(10)),
                DataSize.ofKilobytes(64),
                DataSize.ofMegabytes(1),
                Duration.ofHours(24));
    }

    public static PlayerKey player(String id) {
        return new PlayerKey(Purse.GAME_ID, new PlayerId(id));
    }

    public static Op call(int code, String args) {
        return Op.action(new ActionCall(code, new Encoded.Json(args)));
    }

    public static GameInstance news() {
        return new GameInstance(InstanceEvent.ADDED, new InstanceId("gi-1"), null, null, null, JsonText.EMPTY_OBJECT);
    }

    public void turns() {
        do {
            thread.run();
            snapshotWorker.run();
        } while (!thread.isIdle());
    }

    /// Lets the game's code run, and what comes of it.
    public void settles() {
        turns();
        time.passes(Duration.ZERO);
        turns();
    }

    /// Lets time pass as it does in the service: second by second.
    public void passes(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            time.passes(Duration.ofSeconds(1));
            players.tick();
            turns();
        }
    }

    public BenchClient attach(String player, String session) {
        return attach(player, session, new RecordingLine());
    }

    public BenchClient attach(String player, String session, RecordingLine line) {
        return attach(attachOf(player, new SessionId(session), null), line);
    }

    /// A client whose game has kept these sessions beside it.
    public BenchClient attachBeside(String player, String session, String... kept) {
        var others = Stream.of(kept).map(SessionId::new).toList();
        return attach(attachOf(player, new SessionId(session), null).beside(others), new RecordingLine());
    }

    /// A client whose token is good for so long.
    public BenchClient attachFor(Duration lifetime, String player, String session) {
        return attach(attachOf(player, new SessionId(session), null).until(expiry(lifetime)), new RecordingLine());
    }

    /// A client whose socket carried an unauthenticated session until now.
    public BenchClient attachAfterLogin(String player, String session) {
        var as = attachOf(player, new SessionId(session), null);
        var attach = new Attach(
                as.player(),
                as.sessionId(),
                DEVICE,
                as.encoding(),
                as.client(),
                null,
                null,
                false,
                null,
                true,
                List.of(),
                false);
        return attach(attach, new RecordingLine());
    }

    /// Milliseconds since 1970.
    public long expiry(Duration lifetime) {
        return time.instant().plus(lifetime).toEpochMilli();
    }

    public BenchClient resume(String player, BenchClient earlier, long received) {
        var started = earlier.started();
        var resume = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), received);
        return attach(attachOf(player, started.sessionId(), resume), new RecordingLine());
    }

    public BenchClient resume(String player, Resume resume) {
        return attach(attachOf(player, resume.sessionId(), resume), new RecordingLine());
    }

    /// A resume, where the node that holds the player is known to be gone.
    public BenchClient resumeFrom(NodeId lost, String player, Resume resume) {
        return attach(attachOf(player, resume.sessionId(), resume).takingOverFrom(lost), new RecordingLine());
    }

    /// A socket that stayed open while its session lost its node.
    ///
    /// @param lost absent where the node gave the player back
    public BenchClient carryOn(@Nullable NodeId lost, String player, String session) {
        return carryOn(lost, player, session, "proxy-1");
    }

    public BenchClient carryOn(@Nullable NodeId lost, String player, String session, String proxy) {
        var attach = attachOf(player, new SessionId(session), null).continuing(lost);
        var client = attach(attach.givenBack(lost == null), new RecordingLine(), proxy);
        client.hearsTheOwnerBeforeOut();
        return client;
    }

    public NodeId self() {
        return self;
    }

    public SessionWorld sessions() {
        return sessions;
    }

    private static Attach attachOf(String player, SessionId session, @Nullable Resume resume) {
        var version = new ClientVersion("1", 3, 0, "test", null);
        return new Attach(player(player), session, DEVICE, Encoding.JSON, version, resume, null);
    }

    /// A client that resumes a session that never was, and does this with each answer.
    public void attach(String player, String session, Consumer<AttachAnswer> answer) {
        var attach = attachOf(player, new SessionId(session), new Resume(new SessionId(session), "none", 1, 0));
        players.attach(new Newcomer(overTheLink(attach), new NodeId("proxy-1"), new RecordingLine(), answer));
        turns();
    }

    private BenchClient attach(Attach attach, RecordingLine line) {
        return attach(attach, line, "proxy-1");
    }

    private BenchClient attach(Attach attach, RecordingLine line, String proxy) {
        var client = new BenchClient(this, attach.player(), attach.sessionId(), line);
        players.attach(new Newcomer(overTheLink(attach), new NodeId(proxy), line, client.answers::set));
        turns();
        return client;
    }

    /// As the node gets it: nothing of it is anybody else's object.
    private static Attach overTheLink(Attach attach) {
        try {
            return (Attach) LinkCodec.decodeProxyMessage(LinkCodec.encode(attach));
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    public ActionAnswer order(String player, ActionMode mode, int code, String args) {
        return order(player, mode, code, args, null);
    }

    public ActionAnswer order(String player, ActionMode mode, int code, String args, @Nullable String key) {
        var order = new ActionOrder(mode, new ActionCall(code, new Encoded.Json(args)), key);
        return now(players.order(player(player), order));
    }

    public EditOutcome edit(String player, UnaryOperator<Purse> edit, WhilePlaying whilePlaying) {
        return now(players.edit(player(player), model -> edit.apply((Purse) model), whilePlaying));
    }

    public DeliveryAnswer deliver(String player, ServerMessage message) {
        return now(players.deliver(player(player), message));
    }

    public boolean end(String player, String session) {
        return now(players.end(player(player), new SessionId(session), FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION));
    }

    /// As an operator sees it, in JSON.
    public String modelOf(String player) {
        var seen = (ViewAnswer.Seen) now(players.view(player(player)));
        return Objects.requireNonNull(seen.player().model()).text();
    }

    public int goldOf(String player) {
        return Integer.parseInt(modelOf(player).replaceAll(".*\"gold\":(\\d+).*", "$1"));
    }

    private <T> T now(CompletionStage<T> stage) {
        turns();
        var future = stage.toCompletableFuture();
        if (!future.isDone()) {
            throw new AssertionError("no answer yet");
        }
        return future.join();
    }
}
