package dev.gatehouse.determinism.history;

import dev.gatehouse.determinism.history.StoredShape.Place;
import dev.gatehouse.model.player.GameModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Shows that a game can still read what it has stored: numbers and codes that it once gave are given to nothing else,
/// and what went has gone by the rules. What it stored last, and which constants and cases it once had, is in a file
/// that is checked in with it.
///
/// ```java
/// @Test
/// void storesWhatTheLastVersionCanHaveStored() {
///     ModelHistory.check(Goldrush.MODEL, Path.of("src/test/model-history.txt"));
/// }
/// ```
public final class ModelHistory {

    /// With this system property set to `true` the file is written, where nothing breaks a rule.
    public static final String WRITE = "gatehouse.history.write";

    private static final String ACTION = "action";

    private final StoredShape before;
    private final StoredShape now;
    private final List<String> broken = new ArrayList<>();

    private ModelHistory(StoredShape before, StoredShape now) {
        this.before = before;
        this.now = now;
    }

    /// @throws AssertionError naming each place that breaks a rule; also if the file is missing, or is not what the
    ///     game stores now
    public static void check(GameModel<?> game, Path file) {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            var before = StoredShape.parse(text);
            var now = StoredShape.of(game);
            var broken = broken(before, now);
            if (!broken.isEmpty()) {
                throw new AssertionError("what is stored cannot be read any more:\n  " + String.join("\n  ", broken));
            }
            var next = now.keeping(before).toString();
            if (Boolean.getBoolean(WRITE)) {
                Files.writeString(file, next);
            } else if (!text.equals(next)) {
                throw new AssertionError(file + ": not what the game stores now (expected: written with -D" + WRITE
                        + "=true and checked in)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> broken(StoredShape before, StoredShape now) {
        var history = new ModelHistory(before, now);
        if (now.schema() < before.schema()) {
            history.broken.add("schema: " + now.schema() + " (expected: at least " + before.schema() + ")");
        }
        before.places().forEach(history::compare);
        return history.broken;
    }

    private void compare(String path, Place was) {
        var is = now.at(path);
        if (is.isEmpty()) {
            checkGone(path, was);
        } else if (is.get().type().equals(StoredShape.RETIRED)) {
            checkRetired(path, was);
        } else if (now.isChoice(path)) {
            checkChoice(path, was, is.get());
        } else if (!is.get().type().equals(was.type())) {
            broken.add("%s (%s): was %s and is %s (expected: a number of its own)"
                    .formatted(path, is.get().name(), was.type(), is.get().type()));
        }
    }

    private void checkChoice(String path, Place was, Place is) {
        if (was.type().equals(StoredShape.RETIRED)) {
            broken.add(
                    "%s (%s): was %s, retired (expected: a number of its own)".formatted(path, is.name(), was.name()));
        } else if (!is.type().equals(was.type())) {
            broken.add("%s (%s): was %s and is %s (expected: a number of its own)"
                    .formatted(path, is.name(), was.type(), is.type()));
        } else if (!is.name().equals(was.name()) && !checkMoved(path, was)) {
            broken.add("%s (%s): was %s (expected: a number of its own, or the name %s)"
                    .formatted(path, is.name(), was.name(), was.name()));
        }
    }

    /// A constant or a case that has another number now is refused in a new schema too.
    ///
    /// @return whether it has
    private boolean checkMoved(String path, Place was) {
        var number = now.numberOf(was.name(), path);
        number.ifPresent(other -> broken.add(
                "%s (%s): is number %s now (expected: the number that it had)".formatted(path, was.name(), other)));
        return number.isPresent();
    }

    /// Below what has gone itself, nothing more is said.
    private void checkGone(String path, Place was) {
        var around = StoredShape.parent(path);
        if (now.offersChoice(around)) {
            checkChoiceGone(path, was);
        } else if (around.equals(ACTION)
                || now.at(around).filter(place -> place.type().equals("record")).isPresent()) {
            broken.add(path + " (" + was.name() + "): is gone (expected: its number retired)");
        }
    }

    private void checkChoiceGone(String path, Place was) {
        boolean wentNow = !was.type().equals(StoredShape.RETIRED);
        if (wentNow && !checkMoved(path, was) && now.schema() == before.schema()) {
            broken.add(path + " (" + was.name() + "): is gone in schema " + now.schema() + " (expected: a new schema)");
        }
    }

    /// An action's arguments may go with a logic version, a model's members only with a schema.
    private void checkRetired(String path, Place was) {
        boolean wentNow = !was.type().equals(StoredShape.RETIRED);
        if (wentNow && path.startsWith("model/") && now.schema() == before.schema()) {
            broken.add(
                    path + " (" + was.name() + "): has gone in schema " + now.schema() + " (expected: a new schema)");
        }
    }
}
