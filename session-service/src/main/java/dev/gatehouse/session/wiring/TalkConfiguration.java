package dev.gatehouse.session.wiring;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.servercode.GameServices;
import dev.gatehouse.model.servercode.PlayerModels;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.player.OwnPlayers;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.rpc.ClientCalls;
import dev.gatehouse.session.rpc.Methods;
import dev.gatehouse.session.rpc.RpcProperties;
import dev.gatehouse.session.rpc.RpcWorld;
import dev.gatehouse.session.rpc.ServerCalls;
import dev.gatehouse.session.talk.Talk;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What sessions do besides the timeline, and the games' server code for it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RpcProperties.class)
class TalkConfiguration {

    @Bean
    RpcWorld rpcWorld(RpcProperties limits, ExecutorService gameThreads, ScheduledExecutorService timers) {
        return new RpcWorld(limits, gameThreads, timers);
    }

    @Bean
    ClientCalls clientCalls(RpcWorld world) {
        return new ClientCalls(world);
    }

    @Bean
    ServerCodes serverCodes(Games games, ClientCalls clients, ObjectProvider<Players> players) {
        var codes = new HashMap<GameId, ServerCode>();
        for (var game : games.all()) {
            // The players' sessions talk by way of this code, so they come into being after it.
            var models = new OwnPlayers(game, players::getObject);
            codes.put(game.id(), game.serverCode().apply(new NodeServices(clients, models)));
        }
        return new ServerCodes(codes);
    }

    @Bean
    ServerCalls serverCalls(RpcWorld world, ServerCodes codes) {
        var methods = new HashMap<GameId, Methods>();
        codes.byGame().forEach((game, code) -> methods.put(game, Methods.of(code.rpc())));
        return new ServerCalls(world, methods);
    }

    @Bean
    Talk talk(ServerCalls serverCalls, ClientCalls clientCalls) {
        return new Talk(serverCalls, clientCalls);
    }

    /// The server code of each game that this node hosts.
    record ServerCodes(Map<GameId, ServerCode> byGame) {}

    private record NodeServices(ClientCalls clients, PlayerModels players) implements GameServices {}
}
