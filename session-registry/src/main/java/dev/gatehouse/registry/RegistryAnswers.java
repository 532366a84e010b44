package dev.gatehouse.registry;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// Waits for the registry, which answers or gives up within its own timeout.
public final class RegistryAnswers {

    /// The answer, or the failure as the registry reports it.
    public static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private RegistryAnswers() {}
}
