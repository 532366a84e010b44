package dev.gatehouse.simulation.registry;

import java.util.concurrent.CompletionStage;

/// What the model says: at once.
public final class Answers {

    public static <T> T of(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private Answers() {}
}
