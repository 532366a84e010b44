package dev.gatehouse.launcher.simulator.conformance;

import java.util.function.Supplier;

/// What a check has come to.
public sealed interface Verdict {

    record Holds() implements Verdict {}

    record Fails(String why) implements Verdict {}

    /// An earlier failure left nothing to judge.
    record NotJudged(String why) implements Verdict {}

    static Verdict of(boolean holds, Supplier<String> otherwise) {
        return holds ? new Holds() : new Fails(otherwise.get());
    }

    default boolean holds() {
        return this instanceof Holds;
    }
}
