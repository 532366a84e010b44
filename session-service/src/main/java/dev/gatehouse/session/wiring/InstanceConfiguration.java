package dev.gatehouse.session.wiring;

import dev.gatehouse.model.token.ServiceToken;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.node.LiveNodes;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.session.instance.GameInstances;
import dev.gatehouse.session.instance.InstanceLine;
import dev.gatehouse.session.instance.http.HttpInstanceLine;
import dev.gatehouse.session.instance.http.HttpInstanceNews;
import dev.gatehouse.session.instance.http.InstanceNodes;
import dev.gatehouse.session.node.GatehouseProperties;
import dev.gatehouse.session.player.world.InstanceNews;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Game instances, which another service keeps.
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

    @Bean(destroyMethod = "close")
    HttpClient httpClient() {
        return HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    }

    @Bean
    InternalCalls internalCalls(HttpClient http, GatehouseProperties node, InstantSource clock) {
        return new InternalCalls(
                http,
                () -> ServiceToken.mint(
                        node.key().bytes(), node.nodeId().value(), ServiceToken.INTERNAL_AUDIENCE, clock.instant()));
    }

    @Bean
    InstanceNodes instanceNodes(
            InternalCalls calls, NodeDirectory directory, InstantSource clock, RandomGenerator random) {
        var nodes = new LiveNodes(directory, NodeRole.INSTANCE, clock);
        return new InstanceNodes(calls, () -> inAnyOrder(nodes, random));
    }

    @Bean
    InstanceLine instanceLine(InstanceNodes nodes) {
        return new HttpInstanceLine(nodes);
    }

    @Bean
    InstanceNews instanceNews(PlayerInstances index, InstanceNodes nodes, ExecutorService gameThreads) {
        return new HttpInstanceNews(index, nodes, gameThreads);
    }

    @Bean
    GameInstances instanceCalls(InstanceLine line) {
        return new GameInstances(line);
    }

    /// So that all of them have as much to do.
    private static List<URI> inAnyOrder(LiveNodes nodes, RandomGenerator random) {
        var addresses = new ArrayList<URI>();
        nodes.live().forEach(node -> addresses.add(URI.create(node.httpUrl())));
        Collections.shuffle(addresses, random);
        return addresses;
    }
}
