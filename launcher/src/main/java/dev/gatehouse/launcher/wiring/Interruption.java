package dev.gatehouse.launcher.wiring;

import dev.gatehouse.launcher.process.SuiteRun;
import dev.gatehouse.launcher.suite.Suite;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Turns what ends this program from outside into a wish to stop: Ctrl-C, a termination signal, and the death of the
/// script that started it.
final class Interruption {

    private static final int PATIENCE_SECONDS = 100;

    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private Interruption() {}

    static Interruption of(SuiteRun run, int interruptedStatus) {
        var interruption = new Interruption();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> interruption.signalled(run, interruptedStatus), "interruption"));
        ProcessHandle.current().parent().ifPresent(parent -> follow(parent, run));
        return interruption;
    }

    private static void follow(ProcessHandle parent, SuiteRun run) {
        var _ = parent.onExit()
                .thenRun(() -> run.tell(new StopAsked(Suite.FAILURE, "the script that started this is gone")));
    }

    /// The run is over, so that nothing that happens now interrupts it.
    int endedWith(int status) {
        ended.complete(status);
        return status;
    }

    /// Runs when the virtual machine is about to end, which a signal makes it do with a status of its own choice:
    /// halting replaces that by ours, once everything is stopped.
    private void signalled(SuiteRun run, int status) {
        if (ended.isDone()) {
            return;
        }
        run.tell(new StopAsked(status, "interrupted; stopping everything"));
        Runtime.getRuntime()
                .halt(ended.completeOnTimeout(Suite.FAILURE, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join());
    }
}
