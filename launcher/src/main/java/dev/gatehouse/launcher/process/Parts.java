package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.suite.SuiteEvent;
import dev.gatehouse.launcher.suite.SuiteEvent.BecameReady;
import dev.gatehouse.launcher.suite.SuiteEvent.Died;
import dev.gatehouse.launcher.suite.SuiteEvent.Failed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The processes of the suite. Each is started and watched until it is ready in a thread of its own; what happens to it
/// is told to `events`, from any thread.
final class Parts {

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);

    /// Long enough for a service that keeps its class data for the next start, which takes a busy machine a while.
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);

    private final Map<String, PartStarter> starters;
    private final Duration startPatience;
    private final PidFiles pidFiles;
    private final GameServers gameServers;
    private final Consumer<SuiteEvent> events;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, RunningPart> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /// @param startPatience how long a part may take to become ready
    Parts(Map<String, PartStarter> starters, Duration startPatience, Folders folders, Consumer<SuiteEvent> events) {
        this.starters = Map.copyOf(starters);
        this.startPatience = startPatience;
        this.pidFiles = new PidFiles(folders);
        this.gameServers = new GameServers(folders);
        this.events = events;
    }

    void start(List<String> names) {
        names.forEach(name -> threads.execute(() -> startOne(name)));
    }

    long pid(String name) {
        RunningPart part = running.get(name);
        return part == null ? 0 : part.pid();
    }

    boolean isReady(String name) {
        RunningPart part = running.get(name);
        return part != null && part.isReady();
    }

    boolean kill(String name) {
        RunningPart part = running.get(name);
        if (part == null || part.isGoneWithin(Duration.ZERO)) {
            return false;
        }
        part.kill();
        return true;
    }

    boolean pause(String name) {
        RunningPart part = running.get(name);
        return part != null && !stopping && part.pause();
    }

    void goOn(String name) {
        RunningPart part = running.get(name);
        if (part != null) {
            part.goOn();
        }
    }

    /// Stops these, a stage after the other and game servers between; returns when all are gone.
    void stop(List<List<String>> stages) {
        stopping = true;
        // After this no part is added any more: those that were just starting are here by now, or never will be.
        threads.close();
        for (List<String> stage : stages) {
            List<RunningPart> parts =
                    stage.stream().map(running::get).filter(Objects::nonNull).toList();
            // What is paused does not hear that it is to stop.
            parts.forEach(RunningPart::goOn);
            parts.forEach(RunningPart::askToStop);
            parts.forEach(Parts::end);
            stage.forEach(pidFiles::delete);
            gameServers.stopAll();
        }
    }

    private static void end(RunningPart part) {
        if (!part.isGoneWithin(STOP_PATIENCE)) {
            part.kill();
            part.isGoneWithin(STOP_PATIENCE);
        }
    }

    private void startOne(String name) {
        try {
            RunningPart part = Objects.requireNonNull(starters.get(name), name).start();
            running.put(name, part);
            pidFiles.write(name, part.pid());
            var _ = part.onExit().thenAccept(status -> ended(name, part.pid(), status));
            awaitReady(name, part);
        } catch (IOException | RuntimeException e) {
            events.accept(new Failed(name, "did not start: " + e.getMessage()));
        }
    }

    private void ended(String name, long pid, int status) {
        pidFiles.delete(name);
        events.accept(new Died(name, pid, status));
    }

    private void awaitReady(String name, RunningPart part) {
        long probes = startPatience.dividedBy(PROBE_INTERVAL);
        for (long i = 0; i < probes && !stopping; i++) {
            if (part.isReady()) {
                events.accept(new BecameReady(name));
                return;
            }
            if (part.isGoneWithin(PROBE_INTERVAL)) {
                return;
            }
        }
        if (!stopping) {
            events.accept(new Failed(name, "is not ready after " + startPatience.toSeconds() + " s"));
        }
    }
}
