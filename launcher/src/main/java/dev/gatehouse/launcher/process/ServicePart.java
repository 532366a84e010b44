package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.ServicePlan;
import dev.gatehouse.localredis.process.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One of the three services as a child process.
public final class ServicePart implements RunningPart {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

    private final Process process;
    private final HttpClient http;
    private final URI readiness;

    private ServicePart(Process process, HttpClient http, URI readiness) {
        this.process = process;
        this.http = http;
        this.readiness = readiness;
    }

    /// Starts what `plan` says from the jar that Maven made.
    public static PartStarter starter(ServicePlan plan, Apps apps, HttpClient http) {
        return () -> start(plan, apps, http);
    }

    private static ServicePart start(ServicePlan plan, Apps apps, HttpClient http) throws IOException {
        ExtractedApp app = apps.of(plan.module());
        Folders folders = apps.folders();
        List<Path> classPath = new ArrayList<>(List.of(app.jar()));
        classPath.addAll(plan.extraClassPath());
        var builder = new ProcessBuilder(apps.java().service(app.archive(plan.name()), classPath, app.mainClass()))
                .directory(folders.run().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folders.logFile(plan.name()).toFile());
        builder.environment().putAll(plan.environment());
        URI readiness = URI.create("http://127.0.0.1:" + plan.managementPort() + "/readyz");
        return new ServicePart(builder.start(), http, readiness);
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public boolean isReady() {
        var request = HttpRequest.newBuilder(readiness).timeout(PROBE_TIMEOUT).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200 && process.isAlive();
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void askToStop() {
        process.destroy();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public boolean pause() {
        return Signal.STOP.send(pid());
    }

    @Override
    public void goOn() {
        Signal.CONT.send(pid());
    }

    @Override
    public boolean isGoneWithin(Duration patience) {
        return Waiting.isDoneWithin(onExit(), patience);
    }
}
