package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.redis.RegistryInstanceStore;
import dev.gatehouse.instance.partner.ServerLinks;
import dev.gatehouse.instance.partner.redis.RegistryServerLinks;
import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.players.http.HttpPlayerLine;
import dev.gatehouse.instance.players.http.PlayerOwners;
import dev.gatehouse.instance.players.metrics.CountedPlayerLine;
import dev.gatehouse.instance.players.redis.RegistryPlayerOwners;
import dev.gatehouse.instance.rules.GameRules;
import dev.gatehouse.instance.rules.http.HttpGameRules;
import dev.gatehouse.instance.rules.redis.RegistryRuleHosts;
import dev.gatehouse.model.token.ServiceToken;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.InstanceLinks;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.LiveNodes;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.http.InternalCalls;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What others know: the registry, and the session-service nodes.
@Configuration(proxyBeanMethods = false)
class RegistryAdapters {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

    @Bean
    InstanceStore instanceStore(
            GameInstances instances, PlayerInstances index, Offspring offspring, InstanceProperties settings) {
        return new RegistryInstanceStore(instances, index, offspring, settings.offspring());
    }

    @Bean
    ServerLinks serverLinks(InstanceLinks links) {
        return new RegistryServerLinks(links);
    }

    @Bean
    LiveNodes sessionNodes(NodeDirectory directory, InstantSource time) {
        return new LiveNodes(directory, NodeRole.SESSION, time);
    }

    @Bean
    PlayerOwners playerOwners(PlayerLeases leases, LiveNodes nodes) {
        return new RegistryPlayerOwners(leases, nodes);
    }

    @Bean(destroyMethod = "close")
    HttpClient httpClient() {
        return HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    }

    @Bean
    InternalCalls internalCalls(HttpClient http, NodeProperties node, InstantSource time) {
        return new InternalCalls(http, () -> serviceToken(node, time));
    }

    @Bean
    PlayerLine playerLine(InternalCalls calls, PlayerOwners owners, MeterRegistry meters) {
        return new CountedPlayerLine(new HttpPlayerLine(calls, owners), meters);
    }

    @Bean
    GameRules gameRules(InternalCalls calls, LiveNodes nodes, NodeDirectory directory) {
        return new HttpGameRules(calls, new RegistryRuleHosts(nodes, directory));
    }

    private static String serviceToken(NodeProperties node, InstantSource time) {
        return ServiceToken.mint(node.key(), node.nodeId().value(), ServiceToken.INTERNAL_AUDIENCE, time.instant());
    }
}
