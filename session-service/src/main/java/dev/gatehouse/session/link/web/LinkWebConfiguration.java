package dev.gatehouse.session.link.web;

import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.player.Players;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;

/// Puts the link at `/link`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
public class LinkWebConfiguration {

    /// Where proxies open their links.
    public static final String PATH = "/link";

    @Bean
    HandlerMapping linkMapping(LinkProperties limits, Players players, Games games) {
        return new SimpleUrlHandlerMapping(Map.of(PATH, new LinkSocketHandler(limits, players, games)), -1);
    }

    @Bean
    WebSocketHandlerAdapter linkAdapter(LinkProperties limits) {
        return new WebSocketHandlerAdapter(webSockets(limits));
    }

    private static WebSocketService webSockets(LinkProperties limits) {
        return new HandshakeWebSocketService(new LinkUpgrade(limits));
    }
}
