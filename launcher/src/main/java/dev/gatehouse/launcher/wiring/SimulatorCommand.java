package dev.gatehouse.launcher.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.launcher.keys.DevelopmentTokens;
import dev.gatehouse.launcher.process.Console;
import dev.gatehouse.launcher.process.PortCheck;
import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.SimulatorSettings;
import dev.gatehouse.launcher.simulator.CommandFile;
import dev.gatehouse.launcher.simulator.Instances;
import dev.gatehouse.launcher.simulator.Narration;
import dev.gatehouse.launcher.simulator.Players;
import dev.gatehouse.launcher.simulator.Servers;
import dev.gatehouse.launcher.simulator.Simulator;
import dev.gatehouse.launcher.suite.Suite;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Starts what a game server talks to, and does what is typed, or written into a file, until it is
/// told to quit.
final class SimulatorCommand {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);
    private static final int MISSES = 3;
    private static final int LINES = 100;
    private static final long LOOK_MILLIS = 200;

    private final Folders folders;
    private final Ports ports;
    private final SimulatorSettings settings;
    private final Console console;
    private final Servers servers;
    private final Instances instances = new Instances();
    private final BlockingQueue<String> typed = new ArrayBlockingQueue<>(LINES);
    private @Nullable CommandFile file;

    SimulatorCommand(Folders folders, Ports ports, SimulatorSettings settings, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.settings = settings;
        this.console = console;
        this.servers = new Servers(folders);
        this.file = settings.commands() == null ? null : new CommandFile(settings.commands());
    }

    /// Returns when everything is stopped again.
    ///
    /// @return the status to end with
    int run(DevelopmentTokens tokens) throws IOException, InterruptedException {
        var taken = PortCheck.taken(Map.of("the game servers' line", ports.line()));
        if (!taken.isEmpty()) {
            taken.forEach(line -> console.say("gatehouse: " + line));
            return Suite.FAILURE;
        }
        var lineup = Lineup.behindALine(
                folders, ports, servers.command(settings.server()), settings.within(), KEEP_ALIVE, MISSES);
        // Of a run that was interrupted.
        servers.forgetEnvironments();
        var players = new Players(instances, console::say);
        var narration = new Narration(instances, console::say);
        try (var around = Surroundings.open(ports, tokens, players, narration)) {
            var simulator = new Simulator(
                    settings,
                    around.api(),
                    around.line(),
                    servers,
                    instances,
                    () -> UUID.randomUUID().toString(),
                    console::say);
            return new SuiteCommand(folders, ports, lineup, new Suite(false), console)
                    .run(
                            0,
                            run -> Thread.ofPlatform()
                                    .daemon()
                                    .name("console")
                                    .start(() -> run.tell(serve(around, simulator))));
        } finally {
            servers.forgetEnvironments();
        }
    }

    /// Returns once it is told to stop, and why.
    private StopAsked serve(Surroundings around, Simulator simulator) {
        try {
            around.announce(ports, List.of(settings.game()));
            console.say("game servers come to ws://127.0.0.1:" + ports.line() + "; help lists the commands");
            Thread.ofPlatform().daemon().name("typing").start(this::readTyped);
            while (true) {
                var line = typed.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (line != null && !simulator.follow(line)) {
                    break;
                }
                if (!followFile(simulator)) {
                    break;
                }
                simulator.look();
            }
            return new StopAsked(0, "stopping everything");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new StopAsked(Suite.FAILURE, "the simulator was interrupted");
        } catch (RuntimeException e) {
            return new StopAsked(Suite.FAILURE, "the simulator has failed: " + e);
        }
    }

    private boolean followFile(Simulator simulator) throws InterruptedException {
        if (file == null) {
            return true;
        }
        try {
            for (String line : file.newLines()) {
                console.say("> " + line);
                if (!simulator.follow(line)) {
                    return false;
                }
            }
        } catch (IOException e) {
            console.say("! the commands are read no more: " + e.getMessage());
            file = null;
        }
        return true;
    }

    /// To the end of the input, which is no reason to quit: there may be a file as well.
    private void readTyped() {
        try {
            var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                typed.put(line);
            }
        } catch (IOException _) {
            // Like its end.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
