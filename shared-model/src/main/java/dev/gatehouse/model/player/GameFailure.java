package dev.gatehouse.model.player;

import java.util.function.Consumer;

/// What a game's code, or ours, may throw without harm to anybody else.
public final class GameFailure {

    /// Throws again what says that the JVM itself is in trouble. Everything else is a mistake in one place: an
    /// exception, an assertion, a class that cannot be loaded, and a stack that was too small for a recursion.
    public static void rethrowIfFatal(Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
    }

    /// Runs a step.
    ///
    /// @param failed told what the step threw, unless it is fatal
    public static void attempt(Runnable step, Consumer<Throwable> failed) {
        try {
            step.run();
        } catch (Throwable e) {
            rethrowIfFatal(e);
            failed.accept(e);
        }
    }

    private GameFailure() {}
}
