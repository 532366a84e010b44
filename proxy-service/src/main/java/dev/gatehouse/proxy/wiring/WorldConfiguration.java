package dev.gatehouse.proxy.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Real time and real chance.
@Configuration(proxyBeanMethods = false)
class WorldConfiguration {

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    /// A monotonic clock.
    @Bean
    LongSupplier nanos() {
        return System::nanoTime;
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    /// Wakes what waits. Nothing that runs here may block.
    @Bean
    Scheduler timers() {
        return Schedulers.parallel();
    }

    /// For what may block or compute. Bounded in threads and in what waits for them.
    @Bean
    Scheduler workers() {
        return Schedulers.boundedElastic();
    }
}
