package dev.gatehouse.registry.wiring;

import dev.gatehouse.registry.RegistryHealth;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.storage.UnsafeStorageException;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.ObjectProvider;
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

    /// Asking is bounded by the command timeout, so waiting for the answer is. Asked of a Redis that was not there when
    /// the service started, or is another by now: whether it keeps what is written.
    @Bean
    HealthIndicator registryHealthIndicator(RegistryHealth registry, ObjectProvider<StorageGuard> guard) {
        return () -> {
            try {
                registry.ping().toCompletableFuture().join();
                guard.ifAvailable(StorageGuard::check);
                return Health.up().build();
            } catch (CompletionException | RegistryUnavailableException | UnsafeStorageException e) {
                return Health.down().withException(e).build();
            }
        };
    }
}
