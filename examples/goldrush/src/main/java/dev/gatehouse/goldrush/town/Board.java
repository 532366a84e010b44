package dev.gatehouse.goldrush.town;

import dev.gatehouse.model.schema.Member;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The richest diggers, the richest first; each once, as last weighed.
public record Board(@Member(1) List<Weighing> richest) {

    /// The document that it is, for clients to follow.
    public static final String DOCUMENT = "boards/richest";

    static final Board EMPTY = new Board(List.of());

    private static final int PLACES = 10;

    public Board {
        richest = List.copyOf(richest);
    }

    Board with(Weighing one) {
        var others = richest.stream().filter(other -> !other.player().equals(one.player()));
        return new Board(Stream.concat(Stream.of(one), others)
                .sorted(Comparator.comparingInt(Weighing::gold).reversed())
                .limit(PLACES)
                .toList());
    }
}
