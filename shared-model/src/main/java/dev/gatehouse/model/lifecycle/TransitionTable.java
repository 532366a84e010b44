package dev.gatehouse.model.lifecycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The legal moves of a state machine as data: each move says from where, on what, to where.
///
/// A table keeps no state and does nothing but answer questions, so it can be a constant, be tested
/// move by move, and be drawn as a diagram. Safe for use by several threads.
public final class TransitionTable<S, T> {

    public record Move<S, T>(S from, T trigger, S to) {}

    private final List<Move<S, T>> moves;
    private final Map<S, Map<T, S>> targets = new HashMap<>();

    private TransitionTable(List<Move<S, T>> moves) {
        this.moves = moves;
        for (Move<S, T> move : moves) {
            S earlier =
                    targets.computeIfAbsent(move.from(), _ -> new HashMap<>()).putIfAbsent(move.trigger(), move.to());
            if (earlier != null) {
                throw new IllegalArgumentException(move + " contradicts the move to " + earlier);
            }
        }
    }

    /// @param moves the first one starts at the initial state
    /// @throws IllegalArgumentException where two moves start at the same state with the same trigger
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied, never kept.
    public static <S, T> TransitionTable<S, T> of(Move<S, T>... moves) {
        return new TransitionTable<>(List.of(moves));
    }

    public static <S, T> Move<S, T> move(S from, T trigger, S to) {
        return new Move<>(from, trigger, to);
    }

    /// In the order they were given in.
    public List<Move<S, T>> moves() {
        return moves;
    }

    /// The state after `trigger`, or empty if the trigger is not legal in `from`.
    public Optional<S> next(S from, T trigger) {
        return Optional.ofNullable(targets.getOrDefault(from, Map.of()).get(trigger));
    }

    /// True for a state with no way out.
    public boolean isFinal(S state) {
        return !targets.containsKey(state);
    }
}
