package dev.gatehouse.model.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcollections.TreePSet;

class ChunkedSetTest {

    private static final int ELEMENTS = 300;

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    private static ChunkedSet<Integer> numbers(int count) {
        return ChunkedSet.from(IntStream.range(0, count).boxed().toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesWhatATreeDoes(long seed) {
        var random = new Random(seed);
        var set = ChunkedSet.<Integer>empty();
        var tree = new TreeSet<Integer>();
        for (int step = 0; step < 1_000; step++) {
            var before = set;
            set = step(random, set, tree);

            assertThat(set.equals(tree)).as("step %d", step).isTrue();
            int start = set.sharedStart(before);
            int end = set.sharedEnd(before);
            assertThat(set.asList().subList(0, start)).isEqualTo(before.asList().subList(0, start));
            assertThat(set.asList().subList(set.size() - end, set.size()))
                    .isEqualTo(before.asList().subList(before.size() - end, before.size()));
            if (step % 20 == 0) {
                expectLike(set, tree);
                expectLikeFrom(set, tree, random.nextInt(ELEMENTS));
            }
        }
    }

    private static ChunkedSet<Integer> step(Random random, ChunkedSet<Integer> set, NavigableSet<Integer> tree) {
        int element = random.nextInt(ELEMENTS);
        var some = List.of(element, element + 1, element / 2);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                tree.add(element);
                yield set.plus(element);
            }
            case 3 -> {
                tree.addAll(some);
                yield set.plusAll(some);
            }
            case 4 -> {
                tree.removeAll(some);
                yield set.minusAll(some);
            }
            case 5 -> {
                var removed = tree.pollFirst();
                yield removed == null ? set : set.minusFirst();
            }
            case 6 -> {
                var removed = tree.pollLast();
                yield removed == null ? set : set.minusLast();
            }
            default -> {
                tree.remove(element);
                yield set.minus(element);
            }
        };
    }

    private static void expectLike(NavigableSet<Integer> set, NavigableSet<Integer> expected) {
        assertThat(set.equals(expected)).isTrue();
        assertThat(expected.equals(set)).isTrue();
        assertThat(set).hasSameHashCodeAs(expected).containsExactlyElementsOf(expected);
        assertThat(set.toArray()).isEqualTo(expected.toArray());
    }

    private static void expectLikeFrom(ChunkedSet<Integer> set, NavigableSet<Integer> tree, int element) {
        assertThat(set.contains(element)).isEqualTo(tree.contains(element));
        assertThat(set.lower(element)).isEqualTo(tree.lower(element));
        assertThat(set.floor(element)).isEqualTo(tree.floor(element));
        assertThat(set.ceiling(element)).isEqualTo(tree.ceiling(element));
        assertThat(set.higher(element)).isEqualTo(tree.higher(element));
        expectLike(set.headSet(element), new TreeSet<>(tree.headSet(element)));
        expectLike(set.headSet(element, true), new TreeSet<>(tree.headSet(element, true)));
        expectLike(set.tailSet(element), new TreeSet<>(tree.tailSet(element)));
        expectLike(set.tailSet(element, false), new TreeSet<>(tree.tailSet(element, false)));
        expectLike(set.subSet(element, element + 9), new TreeSet<>(tree.subSet(element, element + 9)));
        expectLike(set.descendingSet(), tree.descendingSet());
        assertThat(set.descendingIterator()).toIterable().containsExactlyElementsOf(tree.descendingSet());
    }

    @Test
    void equalsASetOfAnotherMake() {
        var set = numbers(100);

        assertThat(set.equals(TreePSet.from(set))).isTrue();
        assertThat(TreePSet.from(set).equals(set)).isTrue();
        assertThat(ChunkedSet.from(set)).isSameAs(set);
        assertThat(ChunkedSet.from(set.descendingSet())).isEqualTo(set);
    }

    @Test
    void tellsWhatItShares() {
        var before = numbers(100);

        assertThat(before.minus(40).sharedStart(before)).isEqualTo(32);
        assertThat(before.minus(40).sharedEnd(before)).isEqualTo(36);
        assertThat(before.plus(-1).sharedStart(before)).isZero();
        assertThat(before.sharedStart(before)).isEqualTo(100);
        assertThat(before.sharedEnd(numbers(100))).isZero();
    }

    @Test
    void staysItselfWhereNothingChanges() {
        var set = numbers(40);

        assertThat(set.plus(3)).isSameAs(set);
        assertThat(set.minus(40)).isSameAs(set);
        assertThat(set.headSet(40)).isSameAs(set);
    }

    @Test
    void isTheKeysOfAMap() {
        var map = ChunkedMap.<Integer, String>empty().plus(1, "one").plus(2, "two");

        assertThat(map.keySet().plus(3)).containsExactly(1, 2, 3);
        assertThat(map.keySet().plus(1)).isEqualTo(map.keySet());
    }

    @Test
    void refusesWhatATreeRefuses() {
        var empty = ChunkedSet.<Integer>empty();

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(empty::first);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(empty::minusLast);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> empty.asList().get(0));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> numbers(1).asList().set(0, 1));
    }
}
