package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.allocation.Allocator;
import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.effect.InstanceEffects;
import dev.gatehouse.instance.effect.PlayerNews;
import dev.gatehouse.instance.effect.metrics.CountedEffects;
import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.Hearing;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.LastTurn;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.instance.life.Liveness;
import dev.gatehouse.instance.life.ReceiptNotes;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.life.Sweeper;
import dev.gatehouse.instance.life.UnsettledCreations;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.reconnect.Returns;
import dev.gatehouse.instance.request.InstanceRequests;
import dev.gatehouse.instance.rules.GameRules;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.wiring.AllocationConfiguration.NewServers;
import dev.gatehouse.instance.wiring.Running.Turns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The life of instances.
@Configuration(proxyBeanMethods = false)
class LifeConfiguration {

    /// Players hear of a new instance within a few milliseconds, unless a session node hangs.
    private static final Duration HEAD_START = Duration.ofMillis(250);

    @Bean
    Deadlines deadlines(InstanceProperties settings) {
        return settings.deadlines();
    }

    @Bean
    PlayerNews playerNews(PartnerTokens tokens, InstantSource time) {
        return new PlayerNews(tokens, time);
    }

    @Bean
    Receipts receipts(InstantSource time) {
        return new Receipts(time);
    }

    @Bean
    ReceiptNotes receiptNotes(Receipts receipts, InstanceLife life) {
        return new ReceiptNotes(receipts, life);
    }

    @Bean
    Turns receiptTurns(ReceiptNotes notes, InstanceProperties settings) {
        return timers -> notes.start(timers, settings.sweepEvery());
    }

    @Bean
    InstanceEffects instanceEffects(
            PlayerLine players, PlayerNews news, Receipts receipts, LiveServers servers, Providers providers) {
        return new InstanceEffects(players, news, receipts, servers, providers);
    }

    @Bean
    LifeEffects countedEffects(InstanceEffects effects, MeterRegistry meters) {
        return new CountedEffects(effects, meters);
    }

    @Bean
    InstanceLife instanceLife(
            InstanceStore store,
            LifeEffects countedEffects,
            Receipts receipts,
            Deadlines deadlines,
            InstantSource time,
            ExecutorService background) {
        return new InstanceLife(store, countedEffects, receipts, deadlines, time, background);
    }

    @Bean
    Hearing hearing(Deadlines deadlines, InstantSource time) {
        return new Hearing(deadlines, time);
    }

    @Bean
    Sweeper sweeper(InstanceStore store, InstanceLife life, Hearing hearing, LongSupplier nanos, MeterRegistry meters) {
        var lastTurn = new LastTurn(nanos);
        Gauge.builder("gatehouse.instance.sweep.age", () -> lastTurn.age().toSeconds())
                .register(meters);
        var counters = new EnumMap<Liveness, Counter>(Liveness.class);
        for (Liveness each : Liveness.values()) {
            counters.put(
                    each,
                    Counter.builder("gatehouse.instance.liveness")
                            .tag("liveness", each.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        return new Sweeper(
                store,
                life,
                hearing,
                seen -> Objects.requireNonNull(counters.get(seen)).increment(),
                lastTurn);
    }

    @Bean
    Turns sweeps(Sweeper sweeper, InstanceProperties settings) {
        return timers -> sweeper.start(timers, settings.sweepEvery());
    }

    @Bean
    Creator creator(
            InstanceStore store,
            Deadlines deadlines,
            InstantSource time,
            NewServers newServers,
            AfterCreation after,
            UnsettledCreations unsettled) {
        return new Creator(store, deadlines, time, newServers, after.next(), unsettled);
    }

    @Bean
    UnsettledCreations unsettledCreations(InstanceStore store, MeterRegistry meters) {
        var unsettled = new UnsettledCreations(store);
        Gauge.builder("gatehouse.instance.unsettled.creations", unsettled, UnsettledCreations::size)
                .register(meters);
        return unsettled;
    }

    @Bean
    Turns settlements(UnsettledCreations unsettled, InstanceProperties settings) {
        return timers -> unsettled.start(timers, settings.sweepEvery());
    }

    @Bean
    InstanceDesk instanceDesk(GameRules rules, Creator creator, InstanceLife life) {
        return new InstanceDesk(rules, creator, life);
    }

    @Bean
    InstanceRequests instanceRequests(InstanceDesk desk, InstanceStore store, Providers providers) {
        return new InstanceRequests(desk, store, providers.defaultName());
    }

    @Bean
    Returns returns(InstanceStore store, InstanceLife life, PlayerNews news) {
        return new Returns(store, life, news);
    }

    @Bean
    AfterCreation afterCreation(
            ExecutorService background, LifeEffects countedEffects, Allocator allocator, InstanceLife life) {
        return new AfterCreation(Creator.inBackground(
                background, countedEffects, instance -> allocator.allocate(life, instance), HEAD_START));
    }
}
