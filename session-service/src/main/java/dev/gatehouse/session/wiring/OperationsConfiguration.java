package dev.gatehouse.session.wiring;

import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.operations.Enforcement;
import dev.gatehouse.session.operations.OperationsProperties;
import dev.gatehouse.session.operations.OperatorDesk;
import dev.gatehouse.session.player.Players;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What operators rule, and that this node follows it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsProperties.class)
class OperationsConfiguration {

    @Bean
    Enforcement enforcement(Games games, Operations operations, Players players, InstantSource clock) {
        var hosted = games.all().stream().map(GameDefinition::id).toList();
        return new Enforcement(hosted, operations, players, clock);
    }

    @Bean
    OperatorDesk operatorDesk(
            Operations operations,
            Standings standings,
            NodeDirectory nodes,
            Enforcement enforcement,
            RandomGenerator random) {
        return new OperatorDesk(operations, standings, nodes, enforcement, random);
    }

    @Bean
    EnforcementLife enforcementLife(
            Enforcement enforcement, ScheduledExecutorService timers, OperationsProperties settings) {
        return new EnforcementLife(enforcement::look, timers, settings.interval());
    }
}
