package dev.gatehouse.launcher.faults;

import dev.gatehouse.launcher.process.SuiteRun;
import dev.gatehouse.launcher.settings.JavaCommand;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.suite.Suite;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Plays faults, one after the other, with clients in a process of their own.
///
/// @param proxies how many there are
/// @param say where the story goes; the clients print what they found themselves
/// @param random for when parts are harmed, and which
/// @param nanoTime monotonic
public record Experiment(
        JavaCommand java,
        Ports ports,
        int proxies,
        Consumer<String> say,
        RandomGenerator random,
        LongSupplier nanoTime) {

    /// Blocks until it is over; an interrupt ends the clients.
    ///
    /// @param suite that the fault happens to
    /// @return how the suite is to end: with 0 if the fault happened and all that must hold did
    public StopAsked play(Fault fault, SuiteRun suite) {
        say.accept("\n%s: %s".formatted(fault.id(), fault.story()));
        var churn = new Churn(suite, fault.churn(), random, nanoTime);
        try {
            int status = run(fault, churn);
            churn.lines().forEach(say);
            return verdict(fault, status == 0 && churn.happened());
        } catch (IOException e) {
            return new StopAsked(Suite.FAILURE, fault.id() + " could not be played: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new StopAsked(Suite.FAILURE, fault.id() + " was interrupted");
        }
    }

    private static StopAsked verdict(Fault fault, boolean holds) {
        return holds
                ? new StopAsked(0, "\n%s holds; stopping everything".formatted(fault.id()))
                : new StopAsked(Suite.FAILURE, "\n%s does NOT hold; stopping everything".formatted(fault.id()));
    }

    private int run(Fault fault, Churn churn) throws IOException, InterruptedException {
        List<String> command = java.benchmark(fault.command(ports, proxies, java.folders()));
        Process clients = new ProcessBuilder(command).inheritIO().start();
        // Also where this program is told to end, which no thread of it hears of.
        Runtime.getRuntime().addShutdownHook(new Thread(clients::destroy, "clients"));
        try {
            churn.goOnUntil(clients);
            return clients.waitFor();
        } finally {
            end(clients);
        }
    }

    /// Asked first, and not killed: they may have stopped a part, and let it go on before they end.
    private static void end(Process clients) throws InterruptedException {
        clients.destroy();
        if (!clients.waitFor(10, TimeUnit.SECONDS)) {
            clients.destroyForcibly();
        }
    }
}
