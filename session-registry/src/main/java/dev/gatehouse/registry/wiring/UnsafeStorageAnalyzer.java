package dev.gatehouse.registry.wiring;

import dev.gatehouse.registry.storage.UnsafeStorageException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what to change, in place of a stack trace.
final class UnsafeStorageAnalyzer extends AbstractFailureAnalyzer<UnsafeStorageException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeStorageException cause) {
        return new FailureAnalysis(
                "Redis does not keep what is written to it. " + cause.getMessage(),
                "Change the settings of Redis, or accept the loss, in development only, with"
                        + " gatehouse.registry.accept-data-loss=true. See docs/guarantees.md.",
                cause);
    }
}
