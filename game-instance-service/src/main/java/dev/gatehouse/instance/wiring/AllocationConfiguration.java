package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.allocation.Allocator;
import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.allocation.Reconciler;
import dev.gatehouse.instance.allocation.ServerEnvironments;
import dev.gatehouse.instance.allocation.process.LocalProcessProperties;
import dev.gatehouse.instance.allocation.process.LocalProcessProvider;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.wiring.Running.Turns;
import dev.gatehouse.instance.wiring.WorldConfiguration.RandomIds;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.GameServerProvider;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The providers of game servers, and who asks them.
@Configuration(proxyBeanMethods = false)
class AllocationConfiguration {

    @Bean
    @ConditionalOnProperty("gatehouse.instances.provider.local-process.command")
    LocalProcessProvider localProcesses(LocalProcessProperties processes) {
        return new LocalProcessProvider(processes);
    }

    @Bean
    Providers providers(List<GameServerProvider> providers, InstanceProperties settings) {
        return new Providers(providers, settings.defaultProvider());
    }

    @Bean
    ServerEnvironments serverEnvironments(InstanceProperties settings, PartnerTokens tokens, InstantSource time) {
        return new ServerEnvironments(settings.partnerUrl(), tokens, time);
    }

    @Bean
    Allocator allocator(
            NodeProperties node,
            Providers providers,
            ServerEnvironments environments,
            InstanceProperties settings,
            RandomIds ids) {
        return new Allocator(
                node.nodeId(), providers, environments, settings.allocation(), () -> new ServerId("gs-" + ids.next()));
    }

    @Bean
    Reconciler reconciler(Providers providers, InstanceStore store) {
        return new Reconciler(providers, store);
    }

    @Bean
    Turns comparisons(Reconciler reconciler, InstanceProperties settings) {
        return timers -> reconciler.start(timers, settings.reconcileEvery());
    }
}
