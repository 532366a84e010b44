package dev.gatehouse.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A game instance and the process that game-instance-service started for it, seen from outside: by the API, by its pid
/// file and by the operating system.
final class DedicatedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Scene scene;
    private final Operator operator;
    private final String instanceId;

    private DedicatedServer(Scene scene, Operator operator, String instanceId) {
        this.scene = scene;
        this.operator = operator;
        this.instanceId = instanceId;
    }

    /// Asks for an instance with these players.
    static DedicatedServer start(Scene scene, Operator operator, List<String> playerIds)
            throws IOException, InterruptedException {
        Map<String, Object> created = operator.createInstance(playerIds);
        return new DedicatedServer(scene, operator, String.valueOf(created.get("id")));
    }

    String instanceId() {
        return instanceId;
    }

    String state() throws IOException, InterruptedException {
        return String.valueOf(operator.instance(instanceId).get("state"));
    }

    void awaitLinked() throws IOException, InterruptedException {
        await("linked", () -> List.of("linked", "running").contains(state()));
    }

    void awaitState(String wanted) throws IOException, InterruptedException {
        await(wanted, () -> state().equals(wanted));
    }

    /// The process id, from the file that game-instance-service keeps while it runs.
    long pid() throws IOException, InterruptedException {
        return Long.parseLong(Files.readString(pidFile()).strip());
    }

    boolean isRunning() throws IOException, InterruptedException {
        return ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    /// Waits until there is neither a process nor a file that names one.
    void awaitGone() throws IOException, InterruptedException {
        await("gone", () -> !Files.exists(pidFile()));
    }

    private Path pidFile() throws IOException, InterruptedException {
        return scene.folders()
                .pidFile("game-server-" + operator.instance(instanceId).get("serverId"));
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        for (long left = PATIENCE.toMillis(); left > 0; left -= LOOK_AGAIN_MILLIS) {
            if (condition.holds()) {
                return;
            }
            pause();
        }
        throw new BrokenStoryException("the game server is not " + what + " but " + state());
    }

    /// A thread that has nothing else to do.
    private static void pause() {
        var _ = new CompletableFuture<Void>()
                .completeOnTimeout(null, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    /// Nothing to let go of: an instance that the story has left alive ends with the suite.
    @Override
    public void close() {}

    @FunctionalInterface
    private interface Condition {

        boolean holds() throws IOException, InterruptedException;
    }
}
