package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.allocation.AllocationMetrics;
import dev.gatehouse.instance.allocation.Allocator;
import dev.gatehouse.instance.allocation.Asker;
import dev.gatehouse.instance.allocation.HostClaims;
import dev.gatehouse.instance.allocation.ProviderGuards;
import dev.gatehouse.instance.allocation.ProviderProperties;
import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.allocation.Reconciler;
import dev.gatehouse.instance.allocation.ServerEnvironments;
import dev.gatehouse.instance.allocation.ServerOwners;
import dev.gatehouse.instance.allocation.TimedCalls;
import dev.gatehouse.instance.allocation.Verdict;
import dev.gatehouse.instance.allocation.metrics.MicrometerAllocationMetrics;
import dev.gatehouse.instance.allocation.process.LocalProcessProperties;
import dev.gatehouse.instance.allocation.process.LocalProcessProvider;
import dev.gatehouse.instance.allocation.redis.RegistryHostClaims;
import dev.gatehouse.instance.life.Hearing;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.pool.Pools;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.wiring.Running.Turns;
import dev.gatehouse.instance.wiring.WorldConfiguration.RandomIds;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.GameInstances;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The providers of game servers, and who asks them. Providers in jars of their own are beans of auto-configurations.
@Configuration(proxyBeanMethods = false)
class AllocationConfiguration {

    /// What a game server has started is noted so often.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    @Bean
    AllocationMetrics allocationMetrics(MeterRegistry meters) {
        return new MicrometerAllocationMetrics(meters);
    }

    @Bean
    @ConditionalOnProperty("gatehouse.instances.provider.local-process.command")
    LocalProcessProvider localProcesses(LocalProcessProperties processes, AllocationMetrics metrics) {
        var provider = new LocalProcessProvider(processes);
        for (int left = provider.endLeftovers(); left > 0; left--) {
            metrics.reclaimed(Verdict.LEFT_BEHIND);
        }
        return provider;
    }

    @Bean
    @ConditionalOnProperty("gatehouse.instances.provider.local-process.command")
    Turns looksAtLocalProcesses(LocalProcessProvider processes) {
        return timers -> timers.scheduleWithFixedDelay(
                processes::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Bean
    ProviderGuards providerGuards(
            ProviderProperties settings, ExecutorService background, AllocationMetrics metrics, LongSupplier nanos) {
        return new ProviderGuards(settings, TimedCalls.on(background), metrics, nanos);
    }

    @Bean
    Providers providers(
            ObjectProvider<GameServerProvider> providers,
            Pools pools,
            ProviderGuards guards,
            ProviderProperties routes,
            InstanceProperties settings) {
        var all = Stream.concat(providers.orderedStream(), pools.providers().stream());
        return new Providers(all.map(guards::guard).toList(), routes, settings.defaultProvider());
    }

    @Bean
    HostClaims hostClaims(GameInstances instances) {
        return new RegistryHostClaims(instances);
    }

    @Bean
    Asker asker(
            InstanceProperties settings,
            PartnerTokens tokens,
            HostClaims claims,
            AllocationMetrics metrics,
            InstantSource time) {
        return new Asker(new ServerEnvironments(settings.partnerUrl(), tokens, time), claims, metrics);
    }

    /// A server of a new id, asked for by this node.
    interface NewServers extends Supplier<AllocatedServer> {}

    @Bean
    NewServers newServers(NodeProperties node, RandomIds ids, PartnerTokens tokens) {
        return () -> AllocatedServer.asked(new ServerId("gs-" + ids.next()), node.nodeId(), tokens.newPair());
    }

    @Bean
    Allocator.Limits allocationLimits(InstanceProperties settings, LongSupplier nanos) {
        return new Allocator.Limits(settings.allocation(), nanos);
    }

    @Bean
    Allocator allocator(
            Providers providers,
            Asker asker,
            Allocator.Limits limits,
            ExecutorService background,
            NewServers newServers) {
        return new Allocator(providers, asker, limits, background, newServers);
    }

    @Bean
    ServerOwners serverOwners(InstanceStore store, InstanceLife life, HostClaims claims, Hearing hearing) {
        return new ServerOwners(store, life, claims, hearing);
    }

    @Bean
    Reconciler reconciler(
            Providers providers,
            ServerOwners owners,
            AllocationMetrics metrics,
            ExecutorService background,
            LongSupplier nanos) {
        return new Reconciler(providers, owners, metrics, background, nanos);
    }

    @Bean
    Turns comparisons(Reconciler reconciler, InstanceProperties settings) {
        return timers -> reconciler.start(timers, settings.reconcileEvery());
    }
}
