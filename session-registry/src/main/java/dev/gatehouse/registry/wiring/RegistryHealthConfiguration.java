package dev.gatehouse.registry.wiring;

import dev.gatehouse.registry.RegistryHealth;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/// The health indicator `registry`, in services that have an actuator. It belongs into readiness, never into
/// liveness.
@AutoConfiguration(after = RegistryConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
public class RegistryHealthConfiguration {

    /// Asking is bounded by the command timeout, so waiting for the answer is.
    @Bean
    HealthIndicator registryHealthIndicator(RegistryHealth registry) {
        return () -> registry.ping()
                .handle((now, failure) -> failure == null
                        ? Health.up().build()
                        : Health.down().withException(failure).build())
                .toCompletableFuture()
                .join();
    }
}
