package dev.gatehouse.session.admin.web;

import dev.gatehouse.session.operations.OperatorDesk;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.desync.DesyncDesk;
import dev.gatehouse.session.web.ActionsHandler;
import dev.gatehouse.session.web.OtherMethods;
import dev.gatehouse.session.web.Requests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Routes `/admin/v1`.
@Configuration(proxyBeanMethods = false)
public class AdminWebConfiguration {

    private static final String GAME = "/admin/v1" + Requests.GAME;
    private static final String PLAYER = "/admin/v1" + Requests.PLAYER;

    @Bean
    RouterFunction<ServerResponse> adminRoutes(Players players, ActionsHandler actions) {
        var shown = new PlayerHandler(players);
        return OtherMethods.refused(RouterFunctions.route()
                .GET(PLAYER, shown::handle)
                .GET(PLAYER + "/size", shown::size)
                .POST(PLAYER + "/actions", actions::handle)
                .POST(PLAYER + "/edits", new EditHandler(players)::handle)
                .build());
    }

    @Bean
    RouterFunction<ServerResponse> desyncRoutes(DesyncDesk desk) {
        var desyncs = new DesyncHandler(desk);
        return OtherMethods.refused(RouterFunctions.route()
                .GET(PLAYER + "/desyncs", desyncs::list)
                .GET(PLAYER + "/desyncs/{" + DesyncHandler.ID + "}", desyncs::download)
                .build());
    }

    @Bean
    RouterFunction<ServerResponse> standingRoutes(OperatorDesk desk) {
        var standing = new StandingHandler(desk);
        return OtherMethods.refused(RouterFunctions.route()
                .GET(PLAYER + "/standing", standing::show)
                .PUT(PLAYER + "/ban", standing::ban)
                .DELETE(PLAYER + "/ban", standing::lift)
                .POST(PLAYER + "/kick", standing::kick)
                .build());
    }

    @Bean
    RouterFunction<ServerResponse> rulesRoutes(OperatorDesk desk) {
        var rules = new RulesHandler(desk);
        return OtherMethods.refused(RouterFunctions.route()
                .GET(GAME + "/rules", rules::show)
                .PUT(GAME + "/logic-versions", rules::activate)
                .DELETE(GAME + "/logic-versions", rules::activateAll)
                .PUT(GAME + "/patch-minimums", rules::patchMinimums)
                .PUT(GAME + "/commit-ids", rules::commitIds)
                .PUT(GAME + "/developers", rules::developers)
                .PUT(GAME + "/maintenance/{" + RulesHandler.WINDOW + "}", rules::announceMaintenance)
                .DELETE(GAME + "/maintenance/{" + RulesHandler.WINDOW + "}", rules::endMaintenance)
                .PUT(GAME + "/config", rules::config)
                .build());
    }
}
