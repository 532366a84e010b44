package dev.gatehouse.registry.wiring;

import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.storage.StorageReports;
import dev.gatehouse.registry.storage.UnsafeStorageException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/// Refuses to start on a Redis that would lose what players were promised. Where it cannot be asked yet the service
/// starts and is not ready; whoever asks for its readiness asks again.
final class StorageGuard implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(StorageGuard.class);

    private final StorageReports reports;

    StorageGuard(StorageReports reports) {
        this.reports = reports;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            check();
        } catch (RegistryUnavailableException e) {
            log.warn("Whether Redis keeps what is written is not known yet: {}", e.getMessage());
        }
    }

    /// Blocks for at most the command timeout.
    ///
    /// @throws UnsafeStorageException if it does not keep it
    /// @throws RegistryUnavailableException if it cannot be asked
    void check() {
        var objections = objections();
        if (!objections.isEmpty()) {
            throw new UnsafeStorageException(objections);
        }
    }

    private List<String> objections() {
        try {
            return reports.ask().toCompletableFuture().join().stream()
                    .flatMap(report -> report.objections().stream())
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RegistryUnavailableException unavailable ? unavailable : e;
        }
    }
}
