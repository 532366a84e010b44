package dev.gatehouse.simulation.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.ClientListener;
import dev.gatehouse.client.ClientSession;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.ClientThreads;
import dev.gatehouse.client.ConnectionHealth;
import dev.gatehouse.client.ConnectionLost;
import dev.gatehouse.client.Credentials;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.client.Statistics;
import dev.gatehouse.client.device.Probe;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.Figures.Figure;
import dev.gatehouse.simulation.check.Mistakes;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.check.StreamWatch;
import dev.gatehouse.simulation.game.Ledger;
import dev.gatehouse.simulation.proxy.SimulatedProxy;
import dev.gatehouse.simulation.time.Life;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A player who plays: marks, calls, leaves, comes back. Remembers what was acknowledged.
public final class Player implements ClientListener<Ledger> {

    private static final URI SERVER = URI.create("ws://simulation");

    private final World world;
    private final PlayerKey key;
    private final Manner manner;
    private final Life life;
    private final SimulatedTransport transport;
    private final GatehouseClient client;
    private final StreamWatch stream;
    private final List<Long> acknowledged = new ArrayList<>();
    private final List<Long> unacknowledged = new ArrayList<>();
    private final Speech speech;
    private @Nullable ClientSession<Ledger> session;
    private @Nullable SessionId markedIn;
    private long lastMark;

    /// How often it was told that it leads, or follows.
    private int leadChanges;

    private @Nullable Long frozenAt;

    public Player(World world, String name, List<SimulatedProxy> proxies) {
        this(world, name, proxies, 0);
    }

    /// One of several devices of a player.
    ///
    /// @param lastMark before the marks that this one makes
    public Player(World world, String name, List<SimulatedProxy> proxies, long lastMark) {
        this.world = world;
        this.lastMark = lastMark;
        this.key = new PlayerKey(Ledger.ID, new PlayerId(name));
        this.manner = Manner.of(world.manners());
        this.life = world.life();
        this.stream = new StreamWatch(name, world.history());
        this.speech = new Speech(world, life, name);
        this.transport = new SimulatedTransport(world, life, proxies, this::watch);
        var threads = new ClientThreads(life.timers(), life::thread);
        this.client = GatehouseClient.create(transport, this::nanoTime, world.chance(), Probe.NONE, threads);
    }

    private long nanoTime() {
        return frozenAt == null ? life.nanoTime() : frozenAt;
    }

    private void watch(int socket, ByteString frame) {
        try {
            stream.heard(socket, FrameCodec.of(manner.encoding()).decodeServer(frame.toByteArray()), frame);
        } catch (DecodeException e) {
            world.history().violated(Promise.NO_MISTAKES, key + " was sent: " + e.getMessage());
        }
    }

    public PlayerKey key() {
        return key;
    }

    /// Begins a session, unless there is one.
    public void connect() {
        if (session == null && !life.isOver()) {
            var settings = ClientSettings.of(
                            SERVER, new Credentials(key.playerId().value(), "device"))
                    .with(Settings.CLIENTS)
                    .with(manner.encoding());
            session = client.connect(settings, Ledger.GAME.with(manner.checksums()), this);
            speech.over(session);
        }
    }

    /// What was not acknowledged went with the session before, or is in the model of the next.
    private void forgetOtherSessions() {
        if (!session().id().equals(markedIn)) {
            markedIn = session().id();
            unacknowledged.clear();
        }
    }

    /// Does something on this side at once.
    public void mark() {
        if (session != null && hasSession()) {
            forgetOtherSessions();
            long mark = lastMark + 1;
            if (session.run(new Ledger.Mark(mark)).equals(Outcome.OK)) {
                lastMark = mark;
                unacknowledged.add(mark);
            }
        }
    }

    /// Whether there is a session, with or without a socket.
    private boolean hasSession() {
        return session != null && session.health() != ConnectionHealth.NOT_CONNECTED;
    }

    /// Sends what was done, and remembers it once the server has it.
    public CompletableFuture<@Nullable FlushResult> flush() {
        if (session == null || !hasSession()) {
            return CompletableFuture.failedFuture(new IllegalStateException("no session"));
        }
        forgetOtherSessions();
        var sent = List.copyOf(unacknowledged);
        unacknowledged.clear();
        int before = leadChanges;
        return session.flush().thenApply(result -> {
            // What was flushed before, and was void, is not acknowledged by a later one.
            if (leadChanges == before) {
                acknowledged.addAll(sent);
            }
            world.history().digest(result.flush());
            return result;
        });
    }

    /// Calls a method that must not run twice.
    public void call() {
        if (session != null && hasSession()) {
            long call = world.watch().calls().next();
            var _ = session.call("Tally.count", new JsonText("{\"call\":" + call + "}"), Duration.ofSeconds(5))
                    .thenAccept(_ -> world.watch().calls().answered(call));
        }
    }

    /// Says something that nobody has said before.
    public void say(EventScope scope) {
        if (hasSession()) {
            speech.say(scope);
        }
    }

    /// What it says and hears.
    public Speech speech() {
        return speech;
    }

    /// Lets its socket go, as a lost network does.
    public void dropConnection() {
        if (session != null) {
            session.dropConnection();
        }
    }

    /// Says that it will be silent, and is.
    public void rest(Duration length) {
        if (session != null && hasSession()) {
            session.pause("tea", length);
            life.in(length, () -> {
                if (session != null) {
                    session.unpause();
                }
            });
        }
    }

    /// Is stopped without a word, as an app in the background is.
    public void sleep(Duration length) {
        life.pause(length);
    }

    public void cut() {
        transport.cut();
    }

    public void stall(Duration length) {
        transport.stall(length);
    }

    /// Ends its session in order.
    public void leave() {
        if (session != null) {
            session.close();
        }
    }

    /// Goes on where it was stopped.
    public void wake() {
        life.goOn();
    }

    /// From here on its clock stands still, so that it makes no more ticks; or goes on.
    public void standStill(boolean still) {
        frozenAt = still ? Long.valueOf(life.nanoTime()) : null;
    }

    /// Of its model; of nothing where it has none.
    public String checksum() {
        return hasSession() ? session().checksum() : "";
    }

    /// Whether it is in a session, on a socket.
    public boolean isPlaying() {
        return hasSession() && session().state() == SessionState.ACTIVE;
    }

    public ClientSession<Ledger> session() {
        return Objects.requireNonNull(session);
    }

    public List<Long> acknowledged() {
        return acknowledged;
    }

    @Override
    public void onStarted(ClientSession<Ledger> started) {
        world.history().note(() -> key + " starts " + started.id());
        speech.started();
    }

    @Override
    public void onResumed(ClientSession<Ledger> resumed) {
        world.history().note(() -> key + " resumes");
    }

    @Override
    public void onRewound(ClientSession<Ledger> rewound, boolean gap) {
        world.history().note(() -> key + " is rewound" + (gap ? " with a gap" : ""));
        if (gap) {
            speech.missesSomething();
        }
    }

    @Override
    public void onLeadChanged(ClientSession<Ledger> changed, boolean leads) {
        leadChanges++;
        unacknowledged.clear();
        world.history().note(() -> key + (leads ? " leads" : " follows"));
    }

    @Override
    public void onRecovering(ConnectionLost why, Duration pause) {
        judge(why);
        if (why.code() == ConnectionError.FAILED_TO_RESUME_SESSION.code()) {
            world.history().figures().count(Figure.LOST_SESSIONS);
        }
        world.history().note(() -> key + " recovers from " + why.code() + " " + why.text() + " in " + pause);
    }

    @Override
    public void onEnded(ConnectionLost why) {
        judge(why);
        world.history().note(() -> key + " ends with " + why.code() + " " + why.text());
        session = null;
        speech.ended();
        life.in(Duration.ofMillis(200), this::connect);
    }

    private void judge(ConnectionLost why) {
        if (Mistakes.shows(why.code())) {
            world.history()
                    .violated(Promise.NO_MISTAKES, key + " heard " + why.code() + " " + why.name() + ": " + why.text());
        }
    }

    /// The numbers of its present session.
    public Statistics statistics() {
        return session().statistics();
    }
}
