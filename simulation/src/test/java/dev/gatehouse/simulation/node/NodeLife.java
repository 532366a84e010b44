package dev.gatehouse.simulation.node;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.node.Announcement;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.session.game.GameProperties;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.game.LoggableFailures;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.desync.DesyncDesk;
import dev.gatehouse.session.player.owner.PlayerLoader;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.ResumeTokens;
import dev.gatehouse.session.session.SessionWorld;
import dev.gatehouse.session.shard.Shard;
import dev.gatehouse.session.snapshot.SnapshotDesk;
import dev.gatehouse.session.topic.Watches;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.game.Ledger;
import dev.gatehouse.simulation.registry.RegistryLine;
import dev.gatehouse.simulation.registry.RemoteJournal;
import dev.gatehouse.simulation.registry.RemoteLeases;
import dev.gatehouse.simulation.registry.RemoteNodes;
import dev.gatehouse.simulation.registry.RemoteSessions;
import dev.gatehouse.simulation.registry.RemoteTopicBus;
import dev.gatehouse.simulation.registry.RemoteTopics;
import dev.gatehouse.simulation.registry.SaidJournal;
import dev.gatehouse.simulation.registry.ServerLine;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One life of a session-service node, wired as in production.
final class NodeLife {

    private static final int SHARDS = 2;

    private final Life life;
    private final RegistryLine line;
    private final RegistryLine journalLine;
    private final RemoteTopicBus bus;
    private final Watches watches;
    private final Games games;
    private final Players players;
    private final ScheduledExecutorService timers;
    private final Announcement announcement;
    private final ScheduledFuture<?> ticking;

    NodeLife(World world, NodeId id) {
        this.life = world.life();
        this.timers = life.timers();
        this.line = new RegistryLine(world.server(), life, Settings.COMMAND_TIMEOUT);
        this.journalLine = new RegistryLine(world.server(), life, Settings.COMMAND_TIMEOUT);
        this.bus = new RemoteTopicBus(world.server(), life, world.registry().topics());
        this.watches = new Watches(new RemoteTopics(line, world.registry().topics()), bus, () -> {});
        var threads = life.threads();
        this.games = new Games(
                List.of(Ledger.definition()),
                new GameProperties(Duration.ofSeconds(2), Duration.ofSeconds(2), 100),
                new Hooks(threads, timers, 100, new LoggableFailures(List.of(Ledger.definition()))),
                () -> {});
        var playerWorld = playerWorld(world, id);
        var journal = playerWorld.registry().stores().journal();
        var shards = Stream.generate(
                        () -> new Shard<Append, AppendResult>(Settings.SHARDS, journal::append, life.thread(), timers))
                .limit(SHARDS)
                .toList();
        this.players = new Players(playerWorld, shards, new PlayerLoader(playerWorld, world.chance(), threads));
        this.announcement =
                new Announcement(new RemoteNodes(line, world.registry().nodes()), timers, Settings.ANNOUNCE_TTL);
        announcement.start(record(id));
        long tick = Settings.TICK.toMillis();
        this.ticking = timers.scheduleAtFixedRate(players::tick, tick, tick, TimeUnit.MILLISECONDS);
        long catchUp = Settings.TOPICS.catchUp().toMillis();
        var _ = timers.scheduleAtFixedRate(watches::catchUp, catchUp, catchUp, TimeUnit.MILLISECONDS);
    }

    private PlayerWorld playerWorld(World world, NodeId id) {
        var registry = world.registry();
        var counters = new Uncounted(world.history());
        var reached = world.plants().journal().apply(new RemoteJournal(journalLine, registry.journal()));
        var journal = new SaidJournal(reached, world.watch().states());
        var stores = new PlayerWorld.Stores(
                world.plants().leases().apply(new RemoteLeases(line, registry.leases())),
                journal,
                new SnapshotDesk(Settings.SNAPSHOTS, journal, life.threads()),
                world.plants().sessions().apply(new RemoteSessions(line, registry.sessions())),
                new DesyncDesk(
                        new UnkeptDesyncs(),
                        Settings.DESYNCS,
                        counters::desyncNotKept,
                        life::nanoTime,
                        life.threads()));
        var sessions = new SessionWorld(
                Settings.SESSIONS,
                () -> Instant.ofEpochMilli(world.server().millis()),
                new ResumeTokens(world.chance()));
        return new PlayerWorld(
                Settings.PLAYERS,
                sessions,
                new PlayerWorld.Registry(
                        id,
                        stores,
                        new UnlistedSessions(),
                        (_, _) -> CompletableFuture.completedFuture(List.of()),
                        counters),
                games,
                NodeTalk.of(
                        new NodeTalk.Ground(id, life, timers, watches, new RemoteTopics(line, registry.topics())),
                        world.watch().calls()),
                life::nanoTime);
    }

    private static NodeRecord record(NodeId id) {
        var version = Ledger.MODEL.logicVersion();
        return new NodeRecord(
                id,
                NodeRole.SESSION,
                "ws://" + id,
                "",
                List.of(new HostedGame(Ledger.ID, version, version, false, false, false)));
    }

    Life life() {
        return life;
    }

    Players players() {
        return players;
    }

    Games games() {
        return games;
    }

    List<ServerLine> lines() {
        return List.of(line, journalLine, bus);
    }

    /// Gives its players away and ends, as a node does that is told to stop.
    void depart() {
        var _ = announcement.stop().whenComplete((_, _) -> life.soon(this::letGo));
    }

    private void letGo() {
        ticking.cancel(false);
        var _ = timers.schedule(players::hurry, Settings.HOLD.toMillis(), TimeUnit.MILLISECONDS);
        var _ = timers.schedule(this::giveUp, Settings.GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        // What it has said last is still to be sent.
        var _ = players.departAll().thenRun(() -> life.in(Duration.ofMillis(100), life::end));
    }

    private void giveUp() {
        players.endAll();
        life.in(Duration.ofMillis(100), life::end);
    }
}
