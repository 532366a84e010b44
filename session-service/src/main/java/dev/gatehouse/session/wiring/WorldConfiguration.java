package dev.gatehouse.session.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Real time, chance and threads.
@Configuration(proxyBeanMethods = false)
class WorldConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    LongSupplier nanos() {
        return System::nanoTime;
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    /// Starts what is due; nothing that runs on it may block.
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService timers() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("timers").daemon().factory());
    }

    /// For the games' code, which may block.
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService gameThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("game-", 0).factory());
    }
}
