package dev.gatehouse.session.wiring;

import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.session.game.GameProperties;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.game.LoggableFailures;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Collects the games that jars on the class path, or under `loader.path`, contribute as beans.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GameProperties.class)
class GameConfiguration {

    private static final Logger log = LoggerFactory.getLogger(GameConfiguration.class);

    @Bean
    LoggableFailures loggableFailures(ObjectProvider<GameDefinition> definitions) {
        return new LoggableFailures(definitions.orderedStream().toList());
    }

    @Bean
    Games games(
            ObjectProvider<GameDefinition> definitions,
            GameProperties limits,
            ExecutorService gameThreads,
            ScheduledExecutorService timers,
            LoggableFailures loggable,
            MeterRegistry meters) {
        var failures = meters.counter("gatehouse.session.policy.failures");
        var games = new Games(
                definitions.orderedStream().toList(),
                limits,
                new Hooks(gameThreads, timers, limits.calls(), loggable),
                failures::increment);
        log.info("Games: {}", games.all().stream().map(GameDefinition::id).toList());
        return games;
    }
}
