package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.device.Probe;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.Limits;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.ProtocolRange;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.testing.TestTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// A client, its listener's log, a network and time that a test moves.
final class Scene implements ClientListener<Mine> {

    /// When the player's timeline was started: the first of May 2030, noon.
    static final long STARTED_AT = 1_903_867_200_000L;

    static final URI SERVER = URI.create("ws://test:8080");

    final TestTime time = new TestTime();
    final FakeNetwork network = new FakeNetwork();
    final List<String> log = new ArrayList<>();
    final List<ConnectionLost> losses = new ArrayList<>();
    final Encoding encoding;

    /// What the clock has gone on by while no timer ran, as in a process that was stopped.
    final AtomicLong slept = new AtomicLong();

    final GatehouseClient client;
    final ClientSession<Mine> session;

    Scene() {
        this(Encoding.PROTO, Timing.USUAL);
    }

    Scene(Encoding encoding, Timing timing) {
        this(
                ClientSettings.of(SERVER, new Credentials("token", "device"))
                        .with(encoding)
                        .with(timing),
                Probe.NONE);
    }

    Scene(ClientSettings settings, Probe probe) {
        this(settings, probe, Mine.GAME);
    }

    /// A client that says a checksum with each step.
    static Scene comparingSteps() {
        var settings = ClientSettings.of(SERVER, new Credentials("token", "device"));
        return new Scene(settings, Probe.NONE, Mine.GAME.with(Checksums.PER_STEP)).play();
    }

    private Scene(ClientSettings settings, Probe probe, ClientGame<Mine> game) {
        this.encoding = settings.encoding();
        // Always in the middle: no jitter, so that tests can count seconds.
        RandomGenerator middle = () -> 1L << 63;
        var world = new World(network, time.executor(), () -> time.nanoTime() + slept.get(), middle, probe);
        this.client = new GatehouseClient(world, () -> new TestTime().executor());
        this.session = client.connect(settings, game, this);
    }

    static Scene playing() {
        return new Scene().play();
    }

    Scene play() {
        line().open();
        line().say(null, null, hello());
        line().say(null, null, started("s1", Mine.NEW));
        return this;
    }

    /// Connected, and the server has said hello.
    Scene greeted() {
        line().open();
        line().say(null, null, hello());
        return this;
    }

    FakeNetwork.Line line() {
        return network.newest();
    }

    /// Waits for the client's next attempt.
    FakeNetwork.Line nextSocket() {
        int before = network.lines.size();
        for (int second = 0; second < 120 && network.lines.size() == before; second++) {
            passes(1);
        }
        assertThat(network.lines).hasSizeGreaterThan(before);
        return line();
    }

    void passes(int seconds) {
        time.passes(Duration.ofSeconds(seconds));
    }

    void beats() {
        time.passes(Timing.USUAL.flushEvery());
    }

    /// The client comes back on a socket, which the server takes.
    void resumes(long received) {
        passes(2);
        line().open();
        line().say(null, null, hello());
        line().say(null, null, new SessionResumed(new SessionId("s1"), "resume-2", 1, received));
    }

    /// The old session is gone, and the next one begins on the newest socket.
    void startsOver(String id) {
        line().open();
        line().say(null, null, hello());
        line().say(null, null, ConnectionError.FAILED_TO_RESUME_SESSION.terminate());
        line().open();
        line().say(null, null, hello());
        line().say(null, null, started(id, Mine.NEW));
    }

    static ServerHello hello() {
        return new ServerHello(
                "gatehouse",
                "test",
                new ProtocolRange(1, 1),
                0,
                20_000,
                new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null));
    }

    SessionStarted started(String id, Mine mine) {
        var model = Mine.GAME.model();
        var checksum = Timeline.start(model, mine, 0, Instant.EPOCH).checksum();
        return started(
                id,
                new PlayerStart(
                        true, model.encodeModel(encoding, mine, Audience.CLIENT), 0, 10, 3, checksum, STARTED_AT));
    }

    static SessionStarted started(String id, PlayerStart player) {
        return new SessionStarted(
                new SessionId(id),
                "resume-1",
                1,
                new PlayerId("alice"),
                Mine.GAME.id(),
                0,
                25_000,
                60_000,
                new Limits(5 << 20, 1 << 20),
                player);
    }

    ServerAction action(long id, ActionMode mode, Action<Mine> action) {
        return new ServerAction(id, mode, Mine.GAME.model().encode(encoding, action));
    }

    static FlushResult result(long flush, OpResult... results) {
        return new FlushResult(flush, 0, List.of(results), null);
    }

    @Override
    public void onEventRefused(String name, CallError why) {
        log.add("refused " + name + " " + why.code());
    }

    @Override
    public void onStarted(ClientSession<Mine> now) {
        log.add("started " + now.id());
    }

    @Override
    public void onResumed(ClientSession<Mine> now) {
        log.add("resumed " + now.id());
    }

    @Override
    public void onRewound(ClientSession<Mine> now, boolean gap) {
        log.add("rewound " + (gap ? "with a gap" : "without a gap"));
    }

    @Override
    public void onModelReplaced(ClientSession<Mine> now) {
        log.add("model " + now.player().gold());
    }

    @Override
    public void onLeadChanged(ClientSession<Mine> now, boolean leads) {
        log.add(leads ? "leads" : "follows");
    }

    @Override
    public void onMaintenance(Maintenance news) {
        if (news.state() != MaintenanceState.NOT_SCHEDULED) {
            log.add("maintenance " + news.state());
        }
    }

    @Override
    public void onRecovering(ConnectionLost why, Duration pause) {
        losses.add(why);
        log.add("recovering " + why.code() + " in " + pause);
    }

    @Override
    public void onServerAction(ActionMode mode, Action<Mine> action, String result) {
        log.add(mode + " " + action + " " + result);
    }

    @Override
    public void onFlushed(FlushResult result) {
        log.add("flushed " + result.flush());
    }

    @Override
    public void onEnded(ConnectionLost why) {
        losses.add(why);
        log.add("ended " + why.code());
    }
}
