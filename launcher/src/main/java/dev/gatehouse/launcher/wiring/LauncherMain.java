package dev.gatehouse.launcher.wiring;

import dev.gatehouse.launcher.demo.Endpoints;
import dev.gatehouse.launcher.demo.Scene;
import dev.gatehouse.launcher.demo.Story;
import dev.gatehouse.launcher.faults.Experiment;
import dev.gatehouse.launcher.faults.Fault;
import dev.gatehouse.launcher.keys.DevelopmentKeys;
import dev.gatehouse.launcher.keys.DevelopmentTokens;
import dev.gatehouse.launcher.keys.KeyFiles;
import dev.gatehouse.launcher.process.Console;
import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Hosted;
import dev.gatehouse.launcher.settings.JavaCommand;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.Replicas;
import dev.gatehouse.launcher.suite.Suite;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What `./gatehouse` runs once everything is built.
public final class LauncherMain {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(24);
    private static final int USAGE = 2;
    private static final int INTERRUPTED = 130;

    /// One of each can go.
    private static final Replicas FOR_FAULTS = new Replicas(2, 2);

    /// Kept, because a logger that nobody holds forgets its level.
    private static final Logger SDKS = Logger.getLogger("dev.gatehouse");

    public static void main(String[] arguments) throws Exception {
        // The terminal belongs to the story; what the SDKs find remarkable is part of it.
        SDKS.setLevel(Level.SEVERE);
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        Command command;
        try {
            command = Command.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("gatehouse: " + e.getMessage());
            return USAGE;
        }
        Folders folders = new Folders(property("gatehouse.root"), property("gatehouse.home"));
        DevelopmentTokens tokens = tokens(folders);
        return switch (command) {
            case Command.Up up -> stayUp(folders, up);
            case Command.Demo(var ports) -> tellStory(folders, ports, tokens);
            case Command.Faults(var ports, var fault) -> play(folders, ports, fault);
            case Command.Simulator(var ports, var settings) ->
                new SimulatorCommand(folders, ports, settings, new Console(System.out, System::nanoTime)).run(tokens);
            case Command.Conformance(var ports, var settings, var asked) ->
                new ConformanceCommand(folders, ports, settings, asked, new Console(System.out, System::nanoTime))
                        .run(tokens);
            case Command.PlayerToken(var game, var player) -> print(tokens.player(game, player));
            case Command.OperatorToken() -> print(tokens.operator());
        };
    }

    private static int stayUp(Folders folders, Command.Up up) throws IOException, InterruptedException {
        var console = new Console(System.out, System::nanoTime);
        var addresses = new Addresses(up.ports(), up.replicas());
        var lineup = Lineup.suite(folders, up.ports(), up.replicas(), up.game());
        return new SuiteCommand(folders, up.ports(), lineup, new Suite(false), console)
                .run(0, _ -> addresses.lines().forEach(console::say));
    }

    private static int tellStory(Folders folders, Ports ports, DevelopmentTokens tokens)
            throws IOException, InterruptedException {
        var console = new Console(System.out, System::nanoTime);
        var scene = new Scene(new Endpoints(ports), folders, tokens, InstantSource.system(), new SecureRandom());
        var story = new Story(scene, console::say, System::nanoTime);
        return new SuiteCommand(
                        folders,
                        ports,
                        Lineup.suite(folders, ports, Replicas.SINGLE, Hosted.GOLDRUSH),
                        new Suite(false),
                        console)
                .run(INTERRUPTED, run -> Thread.ofVirtual().name("story").start(() -> run.tell(end(story))));
    }

    private static int play(Folders folders, Ports ports, Fault fault) throws IOException, InterruptedException {
        var console = new Console(System.out, System::nanoTime);
        var experiment = new Experiment(
                JavaCommand.ofThis(folders),
                ports,
                FOR_FAULTS.proxies(),
                console::say,
                new SecureRandom(),
                System::nanoTime);
        return new SuiteCommand(
                        folders,
                        ports,
                        Lineup.suite(folders, ports, FOR_FAULTS, Hosted.GOLDRUSH),
                        new Suite(fault.kills()),
                        console)
                .run(
                        INTERRUPTED,
                        run -> Thread.ofVirtual()
                                .name("experiment")
                                .start(() -> run.tell(experiment.play(fault, run))));
    }

    private static StopAsked end(Story story) {
        try {
            return story.tell()
                    ? new StopAsked(0, "\nthe story is told; stopping everything")
                    : new StopAsked(Suite.FAILURE, "\nthe story went wrong; stopping everything");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StopAsked(Suite.FAILURE, "the story was interrupted");
        }
    }

    private static DevelopmentTokens tokens(Folders folders) throws IOException {
        var keys = new DevelopmentKeys(new KeyFiles(folders.keys()), new SecureRandom());
        keys.makeMissing();
        return new DevelopmentTokens(keys.development(), InstantSource.system(), TOKEN_LIFETIME);
    }

    private static int print(String token) {
        System.out.println(token);
        return 0;
    }

    private static Path property(String name) {
        String value = System.getProperty(name);
        return Path.of(Objects.requireNonNull(value, name)).toAbsolutePath().normalize();
    }

    private LauncherMain() {}
}
