package dev.gatehouse.launcher.wiring;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.launcher.faults.Fault;
import dev.gatehouse.launcher.settings.Hosted;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.Replicas;
import dev.gatehouse.launcher.settings.SimulatorSettings;
import dev.gatehouse.launcher.simulator.conformance.Check;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the launcher is asked to do.
sealed interface Command {

    /// Before the command of a game server.
    String SERVER = "--";

    String CONFORMANCE = "--conformance";

    /// The checks' own lines are understood where players reach the server.
    String DOOR = "--door";

    /// Taken by the script.
    String NO_BUILD = "--no-build";

    record Up(Ports ports, Replicas replicas, Hosted game) implements Command {}

    record Demo(Ports ports) implements Command {}

    record Faults(Ports ports, Fault fault) implements Command {}

    record Simulator(Ports ports, SimulatorSettings settings) implements Command {}

    /// Checks the game server that the settings start.
    record Conformance(Ports ports, SimulatorSettings settings, Set<Check> asked) implements Command {}

    record PlayerToken(GameId game, PlayerId player) implements Command {}

    record OperatorToken() implements Command {}

    /// Reads a command line.
    ///
    /// @throws IllegalArgumentException if it makes no sense; the message is for people
    static Command parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        String name = words.isEmpty() ? "" : words.removeFirst();
        return switch (name) {
            case "up" -> up(words);
            case "demo" -> new Demo(ports(options(words, "--port-offset")));
            case "faults" -> faults(words);
            case "game-server-simulator" -> simulator(words);
            case "token" -> token(words);
            default ->
                throw new IllegalArgumentException(
                        "command: " + name + " (expected: up, demo, faults, game-server-simulator or token)");
        };
    }

    private static Command faults(Deque<String> words) {
        Fault fault = Fault.of(words.isEmpty() ? "" : words.removeFirst());
        return new Faults(ports(options(words, "--port-offset")), fault);
    }

    private static Command simulator(Deque<String> words) {
        List<String> server = takeServer(words);
        boolean checks = words.remove(CONFORMANCE);
        if (checks && server.isEmpty()) {
            throw new IllegalArgumentException(CONFORMANCE + ": expected the command of a game server after " + SERVER);
        }
        boolean door = words.remove(DOOR);
        if (door && !checks) {
            throw new IllegalArgumentException(DOOR + ": expected with " + CONFORMANCE);
        }
        Map<String, String> options =
                options(words, List.of(CONFORMANCE, DOOR), "--game", "--within", "--commands", "--port-offset");
        var usual = checks ? SimulatorSettings.TO_CHECK : SimulatorSettings.USUAL_WITHIN;
        String commands = options.get("--commands");
        if (checks && commands != null) {
            throw new IllegalArgumentException("--commands: expected without " + CONFORMANCE);
        }
        var settings = new SimulatorSettings(
                new GameId(options.getOrDefault("--game", "simulated")),
                Duration.ofSeconds(number(options, "--within", (int) usual.toSeconds())),
                commands == null ? null : Path.of(commands),
                server);
        return checks
                ? new Conformance(ports(options), settings, door ? Check.all() : Check.withoutADoor())
                : new Simulator(ports(options), settings);
    }

    /// What comes after `--` is the game server's command, and no option.
    private static List<String> takeServer(Deque<String> words) {
        List<String> all = List.copyOf(words);
        int own = all.indexOf(SERVER);
        if (own < 0) {
            return List.of();
        }
        if (own == all.size() - 1) {
            throw new IllegalArgumentException(SERVER + ": the command of a game server is missing");
        }
        words.clear();
        words.addAll(all.subList(0, own));
        return all.subList(own + 1, all.size());
    }

    private static Command token(Deque<String> words) {
        if (List.copyOf(words).equals(List.of("--operator"))) {
            return new OperatorToken();
        }
        Map<String, String> options = options(words, "--game", "--player");
        String game = options.get("--game");
        String player = options.get("--player");
        if (game == null || player == null) {
            throw new IllegalArgumentException("token: expected --game GAME --player PLAYER, or --operator");
        }
        return new PlayerToken(new GameId(game), new PlayerId(player));
    }

    private static Command up(Deque<String> words) {
        List<String> server = takeServer(words);
        Map<String, String> options =
                options(words, "--port-offset", "--proxies", "--session-nodes", "--games", "--providers");
        var replicas = new Replicas(number(options, "--proxies", 1), number(options, "--session-nodes", 1));
        var hosted = new Hosted(jars(options, "--games"), server, jars(options, "--providers"));
        return new Up(ports(options), replicas, hosted);
    }

    private static List<Path> jars(Map<String, String> options, String name) {
        String value = options.get(name);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",", -1))
                        .map(jar -> Path.of(jar).toAbsolutePath())
                        .toList();
    }

    private static Ports ports(Map<String, String> options) {
        return new Ports(number(options, "--port-offset", 0));
    }

    private static int number(Map<String, String> options, String name, int byDefault) {
        String value = options.get(name);
        try {
            return value == null ? byDefault : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name.substring(2) + ": " + value + " (expected: a number)", e);
        }
    }

    private static Map<String, String> options(Deque<String> words, String... known) {
        return options(words, List.of(), known);
    }

    /// @param taken what else there is, and was taken from the words before
    private static Map<String, String> options(Deque<String> words, List<String> taken, String... known) {
        Map<String, String> options = new HashMap<>();
        while (!words.isEmpty()) {
            String name = words.removeFirst();
            if (!List.of(known).contains(name)) {
                var all = Stream.of(taken.stream(), Arrays.stream(known), Stream.of(NO_BUILD))
                        .flatMap(some -> some)
                        .collect(joining(" or "));
                throw new IllegalArgumentException(name + ": expected " + all);
            }
            if (words.isEmpty()) {
                throw new IllegalArgumentException(name + ": a value is missing");
            }
            options.put(name, words.removeFirst());
        }
        return options;
    }
}
