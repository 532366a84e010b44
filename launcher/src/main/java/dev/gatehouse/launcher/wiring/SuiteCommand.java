package dev.gatehouse.launcher.wiring;

import dev.gatehouse.launcher.process.Apps;
import dev.gatehouse.launcher.process.Console;
import dev.gatehouse.launcher.process.PartStarter;
import dev.gatehouse.launcher.process.PortCheck;
import dev.gatehouse.launcher.process.RedisPart;
import dev.gatehouse.launcher.process.ServicePart;
import dev.gatehouse.launcher.process.SuiteRun;
import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.JavaCommand;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.ServicePlan;
import dev.gatehouse.launcher.suite.Suite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Starts Redis and services, hands over once they are ready, and stops them.
final class SuiteCommand {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

    private final Folders folders;
    private final Ports ports;
    private final Lineup lineup;
    private final Suite suite;
    private final Console console;

    SuiteCommand(Folders folders, Ports ports, Lineup lineup, Suite suite, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.lineup = lineup;
        this.suite = suite;
        this.console = console;
    }

    /// Returns when everything is stopped again.
    ///
    /// @param interruptedStatus what to end with after Ctrl-C
    /// @param opened called once when everything is ready; must not block
    /// @return the status to end with
    int run(int interruptedStatus, Consumer<SuiteRun> opened) throws IOException, InterruptedException {
        List<ServicePlan> services = lineup.services();
        List<String> taken = PortCheck.taken(wantedPorts(services));
        if (!taken.isEmpty()) {
            taken.forEach(line -> console.say("gatehouse: " + line));
            return Suite.FAILURE;
        }
        for (Path folder : List.of(folders.run(), folders.log(), folders.data(), folders.apps())) {
            Files.createDirectories(folder);
        }
        List<String> names = services.stream().map(ServicePlan::name).toList();
        List<List<String>> stages = List.of(List.of(RedisPart.NAME), names);
        var run = new SuiteRun(suite, stages, starters(services), folders, console, opened);
        var interruption = Interruption.of(run, interruptedStatus);
        int status = run.run();
        // Before a signal's hook may halt this program.
        console.say("stopped; in all " + Console.inSeconds(console.elapsed()));
        return interruption.endedWith(status);
    }

    private Map<String, Integer> wantedPorts(List<ServicePlan> services) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put(RedisPart.NAME, ports.redis());
        for (ServicePlan service : services) {
            wanted.put(service.name(), service.port());
            wanted.put(service.name() + " (management)", service.managementPort());
        }
        return wanted;
    }

    private Map<String, PartStarter> starters(List<ServicePlan> services) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();
        Map<String, PartStarter> starters = new LinkedHashMap<>();
        starters.put(RedisPart.NAME, lineup.redis());
        var apps = new Apps(folders, JavaCommand.ofThis(folders));
        services.forEach(plan -> starters.put(plan.name(), ServicePart.starter(plan, apps, http)));
        return starters;
    }
}
