package dev.gatehouse.determinism.code;

import dev.gatehouse.determinism.code.Offences.Act;
import dev.gatehouse.determinism.code.Offences.Suit;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.Outcome;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Actions with hashes that are the same everywhere, or that nothing depends on.
final class Hashes {

    static final List<Class<? extends Act>> ALL = List.of(Specified.class, OfACollection.class);

    /// Its hash is as good as any for a collection in the order of insertion.
    static final class Card {
        private final Suit suit;
        private final int rank;

        Card(Suit suit, int rank) {
            this.suit = suit;
            this.rank = rank;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Card card && card.suit == suit && card.rank == rank;
        }

        @Override
        public int hashCode() {
            return Objects.hash(suit, rank);
        }
    }

    /// Made of other cards.
    record Pair(Card one, Card other) {
        @Override
        public int hashCode() {
            return 31 * one.hashCode() + other.hashCode();
        }
    }

    /// What the compiler makes of a `switch` is a hash too.
    @ActionCode(1)
    record Specified() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            int hash = den.text().hashCode() + Long.hashCode(den.count()) + Arrays.hashCode(new int[] {1, 2});
            return switch (den.text()) {
                case "one" -> den.counting(hash);
                case "two" -> den.counting(2L * hash);
                default -> den.counting(Integer.valueOf(hash).hashCode());
            };
        }
    }

    @ActionCode(1)
    record OfACollection() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            var seven = new Card(Suit.HEARTS, 7);
            Set<Object> seen = new LinkedHashSet<>(List.of(seven, new Pair(seven, seven)));
            return den.counting(seen.contains(den) ? 1 : seen.size());
        }
    }

    private Hashes() {}
}
