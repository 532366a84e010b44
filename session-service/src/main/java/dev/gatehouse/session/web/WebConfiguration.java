package dev.gatehouse.session.web;

import dev.gatehouse.session.player.Players;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebExceptionHandler;

/// The beans that all HTTP shares.
@Configuration(proxyBeanMethods = false)
@Import(SecurityConfiguration.class)
public class WebConfiguration {

    @Bean
    ActionsHandler actionsHandler(Players players) {
        return new ActionsHandler(players);
    }

    // Before Boot's own, which answers in another shape.
    @Bean
    @Order(-2)
    WebExceptionHandler failureReplies() {
        return new FailureReplies();
    }
}
