package dev.gatehouse.session.internal.web;

import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.web.ActionsHandler;
import dev.gatehouse.session.web.OtherMethods;
import dev.gatehouse.session.web.Requests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Routes `/internal/v1`.
@Configuration(proxyBeanMethods = false)
public class InternalWebConfiguration {

    private static final String GAME = "/internal/v1" + Requests.GAME;
    private static final String PLAYER = "/internal/v1" + Requests.PLAYER;

    @Bean
    RouterFunction<ServerResponse> internalRoutes(Players players, Games games, ActionsHandler actions) {
        return OtherMethods.refused(RouterFunctions.route()
                .POST(PLAYER + "/actions", actions::handle)
                .POST(PLAYER + "/game-instance", new GameInstanceHandler(players)::handle)
                .POST(GAME + "/instance-wishes", new InstanceWishHandler(games)::handle)
                .build());
    }
}
