package dev.gatehouse.session.wiring;

import dev.gatehouse.registry.node.Announcement;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.wiring.NodeLife;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.link.web.LinkWebConfiguration;
import dev.gatehouse.session.node.GatehouseProperties;
import dev.gatehouse.session.node.NodeProperties;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This node in the registry.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatehouseProperties.class, NodeProperties.class})
class NodeConfiguration {

    @Bean
    NodeLife nodeLife(
            NodeDirectory directory,
            ScheduledExecutorService timers,
            GatehouseProperties node,
            NodeProperties settings,
            SelfDescription self) {
        return new NodeLife(new Announcement(directory, timers, settings.announceTtl()), () -> self.of(node, settings));
    }

    @Bean
    SelfDescription selfDescription(Games games, WebServerApplicationContext server) {
        return new SelfDescription(games, server);
    }

    /// Says what others need to know of this node.
    record SelfDescription(Games games, WebServerApplicationContext server) {

        NodeRecord of(GatehouseProperties node, NodeProperties settings) {
            int port = Objects.requireNonNull(server.getWebServer(), "no web server")
                    .getPort();
            var local = "://127.0.0.1:" + port;
            var link = settings.linkUrl() == null ? "ws" + local + LinkWebConfiguration.PATH : settings.linkUrl();
            var http = settings.httpUrl() == null ? "http" + local : settings.httpUrl();
            var hosted = games.all().stream()
                    .map(game -> new HostedGame(
                            game.id(),
                            game.logicVersions().min(),
                            game.logicVersions().max(),
                            game.hooks().policy() != null,
                            game.admitsUnauthenticated(),
                            game.hooks().instanceRules() != null))
                    .toList();
            return new NodeRecord(node.nodeId(), NodeRole.SESSION, link, http, hosted);
        }
    }
}
