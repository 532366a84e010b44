package dev.gatehouse.session.admin.web;

import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.web.ActionsHandler;
import dev.gatehouse.session.web.Requests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Routes `/admin/v1`.
@Configuration(proxyBeanMethods = false)
public class AdminWebConfiguration {

    private static final String PLAYER = "/admin/v1" + Requests.PLAYER;

    @Bean
    RouterFunction<ServerResponse> adminRoutes(Players players, ActionsHandler actions) {
        return RouterFunctions.route()
                .GET(PLAYER, new PlayerHandler(players)::handle)
                .POST(PLAYER + "/actions", actions::handle)
                .build();
    }
}
