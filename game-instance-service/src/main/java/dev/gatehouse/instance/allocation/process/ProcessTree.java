package dev.gatehouse.instance.allocation.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// The processes of a game server: those that were seen below the one which was started, and those that have its mark,
/// once the tree is ended. Neither finds all: once a parent is gone its children cannot be found through it, and
/// not every process keeps the mark.
record ProcessTree(ServerMark mark, List<ProcessHandle> seen) {

    ProcessTree {
        seen = List.copyOf(seen);
    }

    /// With what has been started meanwhile, and without what has ended.
    ProcessTree grown(ProcessHandle root) {
        return new ProcessTree(
                mark,
                Stream.concat(seen.stream(), alive(root))
                        .distinct()
                        .filter(process -> process.isAlive() || process.equals(root))
                        .toList());
    }

    /// With those that have the mark, and with what those have started that are known; theirs is not found through a
    /// root that is gone.
    ProcessTree whole() {
        return new ProcessTree(
                mark,
                Stream.concat(seen.stream(), mark.processes().stream())
                        .distinct()
                        .flatMap(ProcessTree::alive)
                        .distinct()
                        .toList());
    }

    boolean isAlive() {
        return seen.stream().anyMatch(ProcessHandle::isAlive);
    }

    /// Tells all of it to go, and kills what has not gone after so long.
    void end(Duration killGrace) {
        var all = whole();
        all.seen.forEach(ProcessHandle::destroy);
        all.areGoneWithin(killGrace);
        var left = all.whole();
        if (left.isAlive()) {
            left.seen.forEach(ProcessHandle::destroyForcibly);
            left.areGoneWithin(killGrace);
        }
    }

    /// Whether all of those went by themselves within so long.
    boolean areGoneWithin(Duration within) {
        try {
            var all = seen.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Stream<ProcessHandle> alive(ProcessHandle root) {
        return Stream.concat(root.descendants(), Stream.of(root));
    }
}
