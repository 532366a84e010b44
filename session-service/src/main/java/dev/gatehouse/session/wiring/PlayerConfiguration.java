package dev.gatehouse.session.wiring;

import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.node.GatehouseProperties;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.desync.DesyncDesk;
import dev.gatehouse.session.player.desync.DesyncProperties;
import dev.gatehouse.session.player.metrics.MeterCounters;
import dev.gatehouse.session.player.owner.PlayerLoader;
import dev.gatehouse.session.player.world.Counters;
import dev.gatehouse.session.player.world.InstanceNews;
import dev.gatehouse.session.player.world.PlayerProperties;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.player.world.Presence;
import dev.gatehouse.session.player.world.RegistryPresence;
import dev.gatehouse.session.session.ResumeTokens;
import dev.gatehouse.session.session.SessionProperties;
import dev.gatehouse.session.session.SessionWorld;
import dev.gatehouse.session.snapshot.SnapshotDesk;
import dev.gatehouse.session.snapshot.SnapshotProperties;
import dev.gatehouse.session.talk.Talk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Players, their sessions, and the shards they live on.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    SessionProperties.class,
    PlayerProperties.class,
    DesyncProperties.class,
    SnapshotProperties.class,
    ShardProperties.class
})
class PlayerConfiguration {

    @Bean
    SessionWorld sessionWorld(SessionProperties limits, InstantSource clock, RandomGenerator random) {
        return new SessionWorld(limits, clock, new ResumeTokens(random));
    }

    @Bean
    Presence presence(DeviceClaims devices, GameConnections connections, PlayerProperties limits) {
        return new RegistryPresence(devices, connections, limits.presenceTtl());
    }

    @Bean
    Counters counters(MeterRegistry meters) {
        return new MeterCounters(meters);
    }

    @Bean
    DesyncDesk desyncDesk(
            DesyncBundles bundles,
            DesyncProperties limits,
            Counters counters,
            LongSupplier nanos,
            ExecutorService gameThreads) {
        return new DesyncDesk(bundles, limits, counters::desyncNotKept, nanos, gameThreads);
    }

    @Bean
    SnapshotDesk snapshotDesk(
            SnapshotProperties limits, PlayerJournal journal, ExecutorService gameThreads, MeterRegistry meters) {
        var desk = new SnapshotDesk(limits, journal, gameThreads);
        Gauge.builder("gatehouse.session.snapshots.waiting", desk, SnapshotDesk::waiting)
                .register(meters);
        return desk;
    }

    @Bean
    PlayerWorld.Stores playerStores(
            PlayerLeases leases,
            PlayerJournal journal,
            SnapshotDesk snapshots,
            PlayerSessions sessions,
            DesyncDesk desyncs) {
        return new PlayerWorld.Stores(leases, journal, snapshots, sessions, desyncs);
    }

    @Bean
    PlayerWorld.Registry playerRegistry(
            GatehouseProperties node,
            PlayerWorld.Stores stores,
            Presence presence,
            InstanceNews instances,
            Counters counters) {
        return new PlayerWorld.Registry(node.nodeId(), stores, presence, instances, counters);
    }

    @Bean
    PlayerWorld playerWorld(
            PlayerProperties limits,
            SessionWorld sessions,
            PlayerWorld.Registry registry,
            Games games,
            Talk talk,
            LongSupplier nanos) {
        return new PlayerWorld(limits, sessions, registry, games, talk, nanos);
    }

    @Bean
    Shards shards(
            ShardProperties settings, PlayerJournal journal, ScheduledExecutorService timers, MeterRegistry meters) {
        var shards = new Shards(settings, journal, timers);
        Gauge.builder("gatehouse.session.shards.waiting", shards, Shards::waiting)
                .register(meters);
        return shards;
    }

    @Bean
    Players players(PlayerWorld world, Shards shards, RandomGenerator random, ExecutorService gameThreads) {
        return new Players(world, shards.all(), new PlayerLoader(world, random, gameThreads));
    }

    @Bean
    PlayerTicks playerTicks(Players players, ScheduledExecutorService timers) {
        return new PlayerTicks(players, timers);
    }
}
