package dev.gatehouse.launcher.simulator;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What the simulator can be told, a line each. An `instance` is a number or an id, as [Instances]
/// knows it.
public sealed interface Instruction {

    /// How long a drain takes where nobody says.
    Duration USUAL_DRAIN = Duration.ofSeconds(60);

    /// For how long a link can be kept lost at most.
    Duration LONGEST_LOSS = Duration.ofHours(1);

    List<String> HELP = List.of(
            "allocate [PLAYER...]           create an instance with these players, and start its server",
            "add INSTANCE PLAYER            one more player",
            "remove INSTANCE PLAYER         one less",
            "ticket INSTANCE PLAYER         a fresh ticket for a player",
            "drain INSTANCE [SECONDS]       no more players, and the end in 60 seconds or as many",
            "end INSTANCE                   the end, now",
            "kill INSTANCE                  kill the server's process",
            "lose-link INSTANCE [SECONDS]   cut the server's link, and let none through for so long",
            "status                         the instances, and where they are in their lives",
            "help                           this list",
            "quit                           stop everything");

    record Allocate(List<PlayerId> players) implements Instruction {}

    record Add(String instance, PlayerId player) implements Instruction {}

    record Remove(String instance, PlayerId player) implements Instruction {}

    record Ticket(String instance, PlayerId player) implements Instruction {}

    record Drain(String instance, Duration within) implements Instruction {}

    record End(String instance) implements Instruction {}

    record Kill(String instance) implements Instruction {}

    record LoseLink(String instance, Duration refusing) implements Instruction {}

    record Status() implements Instruction {}

    record Help() implements Instruction {}

    record Quit() implements Instruction {}

    /// @throws IllegalArgumentException if it makes no sense; the message is for people
    static Instruction parse(String line) {
        var words = List.of(line.strip().split("\\s+", -1));
        var name = words.getFirst();
        var rest = words.subList(1, words.size());
        return switch (name) {
            case "allocate" ->
                new Allocate(rest.stream().map(PlayerId::new).distinct().toList());
            case "add" -> new Add(word(name, rest, 2, 0), new PlayerId(rest.get(1)));
            case "remove" -> new Remove(word(name, rest, 2, 0), new PlayerId(rest.get(1)));
            case "ticket" -> new Ticket(word(name, rest, 2, 0), new PlayerId(rest.get(1)));
            case "drain" ->
                new Drain(
                        word(name, rest, 1, 1),
                        rest.size() == 1
                                ? USUAL_DRAIN
                                : seconds(
                                        rest.get(1), 1, Duration.ofMillis(GameServerRequest.Drain.MAX_WITHIN_MILLIS)));
            case "end" -> new End(word(name, rest, 1, 0));
            case "kill" -> new Kill(word(name, rest, 1, 0));
            case "lose-link" ->
                new LoseLink(
                        word(name, rest, 1, 1),
                        rest.size() == 1 ? Duration.ZERO : seconds(rest.get(1), 0, LONGEST_LOSS));
            case "status" -> alone(name, rest, new Status());
            case "help" -> alone(name, rest, new Help());
            case "quit" -> alone(name, rest, new Quit());
            default -> throw new IllegalArgumentException(name + ": no such command (help lists them)");
        };
    }

    private static Instruction alone(String name, List<String> rest, Instruction instruction) {
        if (!rest.isEmpty()) {
            throw usage(name);
        }
        return instruction;
    }

    /// The first of as many words as there must be, and may be more.
    private static String word(String name, List<String> rest, int wanted, int more) {
        if (rest.size() < wanted || rest.size() > wanted + more) {
            throw usage(name);
        }
        return rest.getFirst();
    }

    private static IllegalArgumentException usage(String name) {
        var usage = HELP.stream()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElseThrow();
        return new IllegalArgumentException(
                "usage: " + Arrays.asList(usage.split(" {3,}", -1)).getFirst());
    }

    private static Duration seconds(String word, int least, Duration most) {
        try {
            long seconds = Long.parseLong(word);
            if (seconds >= least && seconds <= most.toSeconds()) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "seconds: " + word + " (expected: " + least + " to " + most.toSeconds() + ")");
    }
}
