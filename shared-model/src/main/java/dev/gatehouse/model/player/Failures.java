package dev.gatehouse.model.player;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what game code threw during one flush, up to a bound: the first few say what is wrong.
final class Failures {

    private final List<Throwable> thrown = new ArrayList<>();

    void add(@Nullable Throwable failure) {
        if (failure != null && thrown.size() < Replay.MAX_FAILURES) {
            thrown.add(failure);
        }
    }

    List<Throwable> list() {
        return List.copyOf(thrown);
    }
}
