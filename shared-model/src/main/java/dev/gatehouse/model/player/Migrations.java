package dev.gatehouse.model.player;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.StoredMembers;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// The ways from each older schema of a model to the next, checked when the game is loaded.
final class Migrations {

    private final int oldest;
    private final int current;
    private final Map<Integer, UnaryOperator<StoredMembers>> steps;

    /// @throws IllegalArgumentException naming what is missing or too much
    Migrations(Class<?> model, Map<Integer, UnaryOperator<StoredMembers>> steps) {
        var declared = model.getAnnotation(Model.class);
        this.oldest = declared == null ? 1 : declared.oldest();
        this.current = declared == null ? 1 : declared.schema();
        this.steps = Map.copyOf(steps);
        if (oldest < 1 || current < oldest) {
            throw new IllegalArgumentException("%s: schema %d, oldest %d (expected: 1 <= oldest <= schema)"
                    .formatted(model.getName(), current, oldest));
        }
        for (int from = oldest; from < current; from++) {
            if (!steps.containsKey(from)) {
                throw new IllegalArgumentException(model.getName() + ": no migration from schema " + from
                        + " (expected: one from each of " + oldest + " to " + (current - 1) + ")");
            }
        }
        if (steps.size() > current - oldest) {
            throw new IllegalArgumentException(model.getName() + ": migrations from " + new TreeSet<>(steps.keySet())
                    + " (expected: "
                    + (oldest == current ? "none" : "from " + oldest + " to " + (current - 1) + " only") + ")");
        }
    }

    int current() {
        return current;
    }

    /// @throws DecodeException if there is no way from that schema to the current one
    StoredMembers run(int schema, StoredMembers stored) throws DecodeException {
        if (schema < oldest || schema > current) {
            throw new DecodeException(
                    DecodeException.Kind.MALFORMED,
                    "schema: " + schema + " (expected: " + oldest + " to " + current + ")");
        }
        var now = stored;
        for (int from = schema; from < current; from++) {
            var step = Objects.requireNonNull(steps.get(from), "checked when it was made");
            now = Objects.requireNonNull(step.apply(now), "a migration gave no members");
        }
        return now;
    }
}
