package dev.gatehouse.session.player.bench;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Pause;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ClientMessage.Pong;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ClientMessage.Unpause;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.session.fixture.Purse;
import java.time.Duration;
import java.util.List;

/// Ticks by real time and flushes every five seconds, through whatever happens to its session. It says its checksum.
public final class HonestClient {

    private static final String PLAYER = "alice";
    private static final int FLUSH_EVERY = 5;

    /// Flushes that it leaves unanswered before it stands still.
    private static final int MOST_UNANSWERED = 40;

    private final GameDefinition game;
    private final GameModel<?> model;
    private final boolean forgets;
    private PlayersBench bench;
    private BenchClient line;
    private Resume rights;
    private Duration now = Duration.ZERO;
    private int nodes = 1;
    private long said;
    private long ticks;

    /// The server's highest number in this epoch.
    private long heard;

    /// @param forgets whether it leaves ticks out that one flush cannot hold, as a client may whose game stood still
    public HonestClient(int ticksPerSecond, boolean forgets) {
        this.model = GameModel.of(Purse.class, _ -> Purse.NEW)
                .ticksPerSecond(ticksPerSecond)
                .logicVersion(3)
                .build();
        this.game = GameDefinition.of(Purse.GAME_ID, model);
        this.forgets = forgets;
        this.bench = new PlayersBench(game);
        this.line = bench.attach(PLAYER, "s-1");
        var started = line.started();
        this.rights = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 0);
    }

    public boolean isOnline() {
        return line.line.isOpen();
    }

    /// Its ticks, those that were due, and how it ended.
    public String progress() {
        return "%d of %d ticks, ended: %s".formatted(ticks, due(), line.line.closedWith());
    }

    public boolean isUpToDate() {
        return ticks == due();
    }

    public void plays(int seconds) {
        for (int second = 1; second <= seconds; second++) {
            passes(1);
            if (second % FLUSH_EVERY == 0) {
                flushes();
            }
        }
    }

    /// Flushes until it is where it should be.
    public void catchesUp() {
        flushes();
        while (!forgets && !isUpToDate() && isOnline()) {
            flushes();
        }
        ticks = due();
    }

    public void pauses(int seconds) {
        line.says(null, new Pause("an advertisement", seconds * 1_000L));
        passes(seconds);
        line.says(null, new Unpause());
        catchesUp();
    }

    public void losesItsSocketFor(int seconds) {
        line.leaves();
        passes(seconds);
        line = bench.resume(PLAYER, new Resume(rights.sessionId(), rights.resumeToken(), rights.epoch(), heard));
        var resumed = line.resumed();
        rights = new Resume(resumed.sessionId(), resumed.resumeToken(), resumed.epoch(), 0);
        catchesUp();
    }

    /// Its session moves as planned.
    public void moves(int seconds) {
        var departure = bench.players.departAll();
        bench.turns();
        bench.players.held(PlayersBench.player(PLAYER), new SessionId("s-1"));
        bench.turns();
        if (!departure.toCompletableFuture().isDone()) {
            throw new AssertionError("the session did not move");
        }
        var next = nextNode();
        vanishes(next, seconds);
        line = next.carryOn(null, PLAYER, "s-1");
        bench = next;
        catchesUp();
    }

    /// Its node is gone from one moment to the next.
    public void losesItsNodeFor(int seconds) {
        var lost = bench.self();
        var next = nextNode();
        vanishes(next, seconds);
        line = next.carryOn(lost, PLAYER, "s-1");
        bench = next;
        heard = 0;
        for (ServerMessage message : line.line.messages()) {
            if (message instanceof Rewind(var epoch, var _, var _)) {
                rights = new Resume(rights.sessionId(), rights.resumeToken(), epoch, 0);
            }
            if (message instanceof ServerMessage.Ping(var id)) {
                line.says(null, new Pong(id));
            }
        }
        catchesUp();
    }

    /// Nothing that it says can be stored for a while. It stands still when too much is unanswered.
    public void cannotBeStoredFor(int seconds) {
        bench.registry.holdsAppends();
        for (int second = 1; second <= seconds; second++) {
            passes(1);
            if (second % FLUSH_EVERY == 0 && second / FLUSH_EVERY < MOST_UNANSWERED) {
                flushes();
            }
        }
        bench.registry.answersAppends();
        bench.turns();
        catchesUp();
    }

    private PlayersBench nextNode() {
        var next = bench.another("session-" + ++nodes, game);
        next.time.passes(now);
        return next;
    }

    private void vanishes(PlayersBench next, int seconds) {
        bench.registry.sessions().pass(Duration.ofSeconds(seconds));
        next.time.passes(Duration.ofSeconds(seconds));
        now = now.plusSeconds(seconds);
    }

    private void passes(int seconds) {
        for (int second = 0; second < seconds; second++) {
            bench.passes(Duration.ofSeconds(1));
            now = now.plusSeconds(1);
            if (now.toSeconds() % 20 == 0) {
                line.says(null, new Ping(now.toSeconds()));
            }
        }
    }

    private void flushes() {
        int most = model.limits().ticks();
        int count = (int) Math.min(due() - ticks, most);
        if (count > 0) {
            ticks += count;
            line.says(++said, new Flush(List.of(Op.ticks(count)), Purse.checksumOfNew()));
            acknowledges();
        }
    }

    private void acknowledges() {
        heard = line.line.numbers().stream().mapToLong(Long::longValue).max().orElse(heard);
        line.acknowledges(heard);
    }

    private long due() {
        return now.toMillis() * model.ticksPerSecond() / 1_000;
    }
}
