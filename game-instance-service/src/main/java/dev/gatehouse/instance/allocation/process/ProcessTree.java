package dev.gatehouse.instance.allocation.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A process and everything that it has started, as far as that was seen: once a parent is gone, its children cannot be
/// found through it.
record ProcessTree(ProcessHandle root, List<ProcessHandle> seen) {

    static ProcessTree of(ProcessHandle root) {
        return new ProcessTree(root, alive(root).toList());
    }

    /// With what has been started meanwhile, and without what has ended.
    ProcessTree grown() {
        return new ProcessTree(
                root,
                Stream.concat(seen.stream(), alive(root))
                        .distinct()
                        .filter(process -> process.isAlive() || process.equals(root))
                        .toList());
    }

    /// With what those have started that are known; theirs is not found through a root that is gone.
    private ProcessTree whole() {
        return new ProcessTree(
                root, seen.stream().flatMap(ProcessTree::alive).distinct().toList());
    }

    /// Whether the root went by itself within so long.
    boolean isGoneWithin(Duration within) {
        return areGone(List.of(root), within);
    }

    /// Tells all of it to go, and kills what has not gone after so long.
    void end(Duration killGrace) {
        var all = whole();
        all.seen.forEach(ProcessHandle::destroy);
        if (!areGone(all.seen, killGrace)) {
            all.whole().seen.forEach(ProcessHandle::destroyForcibly);
            areGone(all.seen, killGrace);
        }
    }

    private static Stream<ProcessHandle> alive(ProcessHandle root) {
        return Stream.concat(root.descendants(), Stream.of(root));
    }

    private static boolean areGone(List<ProcessHandle> processes, Duration within) {
        try {
            var all = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
