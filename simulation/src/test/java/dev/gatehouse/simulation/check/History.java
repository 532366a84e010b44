package dev.gatehouse.simulation.check;

import dev.gatehouse.simulation.time.Agenda;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// What happened: the broken promises, how often what was done, and the last lines of a trace where one is
/// kept.
public final class History {

    private static final int TAIL = 150;

    private final Agenda agenda;
    private final boolean traced;
    private final List<Violation> violations = new ArrayList<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private final Figures figures = new Figures();
    private long digest = 17;

    /// @param traced whether a trace is kept; it costs more than all the rest
    public History(Agenda agenda, boolean traced) {
        this.agenda = agenda;
        this.traced = traced;
    }

    public void violated(Promise promise, String what) {
        note(() -> "VIOLATED " + promise + ": " + what);
        violations.add(new Violation(promise, what, agenda.now()));
    }

    /// Notes something for the trace.
    public void note(Supplier<String> what) {
        if (traced) {
            if (tail.size() == TAIL) {
                tail.remove();
            }
            tail.add("%11.6f  %s".formatted(agenda.now() / 1e9, what.get()));
        }
    }

    /// Takes something into the digest, by which two runs of one seed are compared.
    public void digest(long value) {
        digest = (digest * 31 + value) * 31 + agenda.now();
    }

    public long digest() {
        return digest;
    }

    public boolean isClean() {
        return violations.isEmpty();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public List<String> tail() {
        return List.copyOf(tail);
    }

    public Figures figures() {
        return figures;
    }
}
