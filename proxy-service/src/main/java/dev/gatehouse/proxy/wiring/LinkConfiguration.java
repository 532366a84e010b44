package dev.gatehouse.proxy.wiring;

import dev.gatehouse.proxy.health.web.SessionNodesHealth;
import dev.gatehouse.proxy.link.LinkProperties;
import dev.gatehouse.proxy.link.SessionNodes;
import dev.gatehouse.proxy.link.websocket.LinkDialer;
import dev.gatehouse.proxy.link.websocket.Links;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.proxy.routing.NodeTable;
import dev.gatehouse.proxy.routing.NodeWatch;
import dev.gatehouse.proxy.routing.Reattachment;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.proxy.token.Tokens;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.operations.RulesBook;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Session-service nodes: which live, the links to them, and the way of a player to its node.
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    LinkDialer linkDialer(LinkProperties limits, NodeProperties self, InstantSource time, Tokens tokens) {
        return new LinkDialer(limits, self.id(), self.key(), time, tokens);
    }

    @Bean(destroyMethod = "close")
    Links links(LinkDialer dialer, LinkProperties limits, RandomGenerator random, Scheduler timers) {
        return new Links(dialer, limits, random, timers);
    }

    @Bean
    NodeWatch nodeWatch(NodeDirectory directory, RulesBook rules, Links links) {
        return new NodeWatch(
                () -> Mono.fromCompletionStage(() -> directory.live(NodeRole.SESSION))
                        .flatMap(nodes -> withRules(nodes, rules)),
                table -> links.reconcile(targets(table)));
    }

    // Read together, so that the rules of a game are known before the game is, and are no older than the table.
    private static Mono<List<NodeRecord>> withRules(List<NodeRecord> nodes, RulesBook rules) {
        var games = new NodeTable(nodes).games();
        return Mono.fromCompletionStage(() -> rules.refresh(games)).thenReturn(nodes);
    }

    @Bean
    WatchLifecycle watchLifecycle(NodeWatch watch, Links links, LinkProperties limits, Scheduler timers) {
        return new WatchLifecycle(watch, links, limits.watchInterval(), timers);
    }

    @Bean
    Router router(LiveNodes live, SessionNodes links, PlayerLeases leases) {
        return new Router(live, links, player -> Mono.fromCompletionStage(() -> leases.ownerOf(player)));
    }

    @Bean
    Reattachment reattachment(
            Router router, LinkProperties limits, RandomGenerator random, Scheduler timers, LongSupplier nanos) {
        return new Reattachment(router, limits, random, timers, nanos);
    }

    @Bean
    SessionNodesHealth sessionNodes(SessionNodes nodes) {
        return new SessionNodesHealth(nodes);
    }

    private static List<Links.Target> targets(NodeTable table) {
        return table.nodes().stream()
                .map(node -> new Links.Target(node.id(), node.linkUrl()))
                .toList();
    }
}
