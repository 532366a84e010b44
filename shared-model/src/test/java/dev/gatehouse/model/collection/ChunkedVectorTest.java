package dev.gatehouse.model.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

class ChunkedVectorTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 1_000})
    void holdsWhatItIsMadeFrom(int size) {
        var list = numbers(size);

        var vector = ChunkedVector.from(list);

        assertThat(vector).containsExactlyElementsOf(list).hasSameHashCodeAs(list);
        assertThat(vector.equals(TreePVector.from(list))).isTrue();
        assertThat(TreePVector.from(list).equals(vector)).isTrue();
        assertThat(vector.toArray()).isEqualTo(list.toArray());
        assertThat(ChunkedVector.from(vector)).isSameAs(vector);
    }

    @Test
    void doesWhatAListDoesAndKeepsEveryVersion() {
        long seed = 20_261_126;
        var random = new Random(seed);
        PVector<Integer> vector = ChunkedVector.empty();
        var list = new ArrayList<Integer>();
        var versions = new ArrayList<PVector<Integer>>();
        var copies = new ArrayList<List<Integer>>();
        for (int step = 0; step < 2_000; step++) {
            vector = step(random, step, vector, list);

            assertThat(vector).as("step %d of seed %d", step, seed).isEqualTo(list);
            if (step % 50 == 0) {
                versions.add(vector);
                copies.add(List.copyOf(list));
            }
        }
        assertThat(versions).isEqualTo(copies);
    }

    private static PVector<Integer> step(Random random, int step, PVector<Integer> vector, List<Integer> list) {
        int at = random.nextInt(list.size() + 1);
        boolean inside = at < list.size();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                list.add(step);
                yield vector.plus((Integer) step);
            }
            case 3 -> {
                list.add(at, step);
                yield vector.plus(at, step);
            }
            case 4 -> {
                list.addAll(at, List.of(step, -step, 7));
                yield vector.plusAll(at, List.of(step, -step, 7));
            }
            case 5 -> {
                list.addAll(numbers(at % 70));
                yield vector.plusAll(numbers(at % 70));
            }
            case 6 -> {
                if (!inside) {
                    yield vector;
                }
                list.subList(at, at + 1).clear();
                yield vector.minus(at);
            }
            default -> {
                var replaced = inside ? list.set(at, step) : null;
                yield replaced == null ? vector : vector.with(at, step);
            }
        };
    }

    @Test
    void removesByValue() {
        var vector = ChunkedVector.from(List.of("a", "b", "a", "c"));

        assertThat(vector.minus("a")).containsExactly("b", "a", "c");
        assertThat(vector.minus("z")).isSameAs(vector);
        assertThat(vector.minusAll(List.of("a", "c"))).containsExactly("b");
        assertThat(vector.minusAll(List.of("z"))).isSameAs(vector);
    }

    @Test
    void givesAPartOfItself() {
        var vector = ChunkedVector.from(numbers(100));

        assertThat(vector.subList(30, 70)).isEqualTo(numbers(100).subList(30, 70));
        assertThat(vector.subList(5, 5)).isSameAs(ChunkedVector.empty());
        assertThat(vector.subList(0, 100)).isSameAs(vector);
    }

    @Test
    void staysItselfWhereNothingChanges() {
        var vector = ChunkedVector.from(List.of("a", "b"));

        assertThat(vector.with(1, vector.get(1))).isSameAs(vector);
        assertThat(vector.plusAll(List.of())).isSameAs(vector);
        assertThat(ChunkedVector.from(List.of())).isSameAs(ChunkedVector.empty());
        assertThat(ChunkedVector.from(List.of("a")).minus(0)).isSameAs(ChunkedVector.empty());
    }

    @Test
    void tellsWhatItShares() {
        var before = ChunkedVector.from(numbers(100));

        assertThat(before.sharedStart(before)).isEqualTo(100);
        assertThat(before.with(40, -1).sharedStart(before)).isEqualTo(32);
        assertThat(before.plus((Integer) 1_000).sharedStart(before)).isEqualTo(96);
        assertThat(before.minus(3).sharedStart(before)).isZero();
        assertThat(before.subList(0, 50).sharedStart(before)).isZero();
        assertThat(ChunkedVector.from(List.of(1, 2)).sharedStart(ChunkedVector.empty()))
                .isZero();
        assertThat(before.sharedEnd(before)).isEqualTo(100);
        assertThat(before.with(40, -1).sharedEnd(before)).isEqualTo(36);
        assertThat(before.with(98, -1).sharedEnd(before)).isZero();
        assertThat(before.plus((Integer) 1_000).sharedEnd(before)).isZero();
    }

    @Test
    void refusesPlacesThatItHasNot() {
        PVector<Integer> vector = ChunkedVector.from(numbers(33));

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> vector.get(33));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> vector.get(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> vector.with(33, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> vector.plus(34, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> vector.plus(-1, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> vector.minus(33));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> ChunkedVector.empty().iterator().next());
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).map(i -> 1_000 + i).boxed().toList();
    }
}
