package dev.gatehouse.determinism.code;

import dev.gatehouse.determinism.code.Offences.Act;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Actions that do what they must not somewhere else than in their own `execute`.
@SuppressWarnings("UnnecessaryLambda") // Doing it is the test.
final class Detours {

    static final Map<Class<? extends ClientAction<Den>>, String> ALL = Map.ofEntries(
            Map.entry(InALambda.class, "java.lang.System.nanoTime reads a clock"),
            Map.entry(ByReference.class, "java.lang.Math.random draws from outside the model"),
            Map.entry(Behind.class, "java.lang.Math.random draws from outside the model"),
            Map.entry(Kept.class, "Detours$Kept.SEEN is state that no model has"),
            Map.entry(InAText.class, "java.lang.System.identityHashCode depends on where an object lies"),
            Map.entry(HashByReference.class, "java.util.Objects.hashCode may be another number in every process"),
            Map.entry(HashOfItsOwn.class, "java.util.Objects.hash may be another number in every process"),
            Map.entry(CalledBack.class, "java.lang.System.nanoTime reads a clock"),
            Map.entry(InAConstructor.class, "java.lang.System.nanoTime reads a clock"),
            Map.entry(InAnInitializer.class, "java.lang.System.nanoTime reads a clock"));

    @ActionCode(1)
    record InALambda() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            Supplier<Long> later = () -> System.nanoTime();
            return den.counting(later.get());
        }
    }

    @ActionCode(1)
    record ByReference() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            Supplier<Double> later = Math::random;
            return den.counting(later.get().longValue());
        }
    }

    /// Three calls away, and behind an interface.
    @ActionCode(1)
    record Behind() implements Act {
        interface Dice {
            long roll();
        }

        static final class Loaded implements Dice {
            @Override
            public long roll() {
                return (long) (6 * Math.random());
            }
        }

        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(rolled(new Loaded()));
        }

        private static long rolled(Dice dice) {
            return dice.roll();
        }
    }

    /// The field is final, what it holds is not.
    @ActionCode(1)
    record Kept() implements Act {
        private static final ArrayList<String> SEEN = new ArrayList<>();

        @Override
        public Outcome<Den> on(Den den) {
            SEEN.add(den.text());
            return den.counting(SEEN.size());
        }
    }

    @ActionCode(1)
    record InAText() implements Act {
        static final class Face {
            @Override
            public String toString() {
                return "face " + System.identityHashCode(this);
            }
        }

        @Override
        public Outcome<Den> on(Den den) {
            return den.saying("a " + new Face());
        }
    }

    @ActionCode(1)
    record HashByReference() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(List.of(Offences.Suit.HEARTS).stream()
                    .mapToInt(Objects::hashCode)
                    .sum());
        }
    }

    /// What collections ask for, this one asks for itself.
    @ActionCode(1)
    record HashOfItsOwn() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(new Hashes.Card(Offences.Suit.HEARTS, 7).hashCode());
        }
    }

    @ActionCode(1)
    record CalledBack() implements Act {
        static final class Whim implements Comparator<String> {
            @Override
            public int compare(String one, String other) {
                return System.nanoTime() % 2 == 0 ? one.compareTo(other) : other.compareTo(one);
            }
        }

        @Override
        public Outcome<Den> on(Den den) {
            return den.saying(List.of(den.text(), "b").stream().max(new Whim()).orElseThrow());
        }
    }

    @ActionCode(1)
    record InAConstructor() implements Act {
        InAConstructor {
            Nanos.check(System.nanoTime());
        }

        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(1);
        }
    }

    @ActionCode(1)
    record InAnInitializer() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Nanos.START);
        }
    }

    static final class Nanos {
        static final long START = System.nanoTime();

        static void check(long nanos) {
            if (nanos == 0) {
                throw new IllegalArgumentException("nanos: 0");
            }
        }

        private Nanos() {}
    }

    private Detours() {}
}
