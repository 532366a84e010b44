package dev.gatehouse.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordPartsTest {

    private record Every(
            int small,
            long big,
            boolean flag,
            float half,
            double real,
            String text,
            @Nullable Integer boxed,
            List<String> more) {}

    private record Nothing() {}

    private record Positive(int value) {

        private Positive {
            if (value < 0) {
                throw new IllegalArgumentException("value: " + value);
            }
        }

        @Override
        @SuppressWarnings("UnusedMethod") // What is called is generated.
        public int value() {
            return 2 * value;
        }
    }

    /// The two ways.
    enum Way {
        GENERATED,
        HANDLES;

        RecordParts of(Class<?> type) {
            try {
                var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                return this == GENERATED ? GeneratedParts.of(type, lookup) : new HandleParts(type, lookup);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a record of this test cannot be reached", e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesARecordApartAndPutsItTogether(Way way) {
        var every = new Every(1, 2, true, 3.5f, 4.5, "five", null, List.of("six"));
        var parts = way.of(Every.class);
        var values = new @Nullable Object[8];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i, every);
        }

        assertThat(values).containsExactly(1, 2L, true, 3.5f, 4.5, "five", null, List.of("six"));
        assertThat(parts.create(values)).isEqualTo(every);
    }

    @ParameterizedTest
    @EnumSource
    void makesARecordWithoutComponents(Way way) {
        assertThat(way.of(Nothing.class).create(new Object[0])).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @EnumSource
    void asksTheAccessorAndTheConstructor(Way way) {
        var parts = way.of(Positive.class);

        assertThat(parts.get(0, new Positive(4))).isEqualTo(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parts.create(new Object[] {-1}))
                .withMessage("value: -1");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNoPartOfIt(Way way) {
        var parts = way.of(Positive.class);

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> parts.get(1, new Positive(1)));
        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> parts.get(0, "a string"));
        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> parts.create(new Object[] {"a string"}));
    }
}
