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
/// and what went has gone by the rules. What it stored last is in a file that is checked in with it.
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
        var now = StoredShape.of(game);
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            var broken = broken(StoredShape.parse(text), now);
            if (!broken.isEmpty()) {
                throw new AssertionError("what is stored cannot be read any more:\n  " + String.join("\n  ", broken));
            }
            if (Boolean.getBoolean(WRITE)) {
                Files.writeString(file, now.toString());
            } else if (!text.equals(now.toString())) {
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
        } else if (!is.get().type().equals(was.type())) {
            broken.add("%s (%s): was %s and is %s (expected: a number of its own)"
                    .formatted(path, is.get().name(), was.type(), is.get().type()));
        }
    }

    /// Below what has gone itself, nothing more is said.
    private void checkGone(String path, Place was) {
        var around = parent(path).equals(ACTION)
                ? ACTION
                : now.at(parent(path)).map(Place::type).orElse("");
        boolean sameSchema = now.schema() == before.schema();
        switch (around) {
            case ACTION, "record" -> broken.add(path + " (" + was.name() + "): is gone (expected: its number retired)");
            case "enum", "union" -> {
                if (sameSchema) {
                    broken.add(path + " (" + was.name() + "): is gone in schema " + now.schema()
                            + " (expected: a new schema)");
                }
            }
            default -> {}
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

    private static String parent(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(0, end);
    }
}
