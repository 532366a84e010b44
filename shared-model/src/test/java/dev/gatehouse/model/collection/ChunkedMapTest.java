package dev.gatehouse.model.collection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePMap;

class ChunkedMapTest {

    private static final int KEYS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    private static NavigableMap<Integer, Integer> squares(int count) {
        var map = new TreeMap<Integer, Integer>();
        for (int i = 0; i < count; i++) {
            map.put(2 * i, i * i);
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 1_000})
    void holdsWhatItIsMadeFrom(int size) {
        var entries = squares(size);

        var map = ChunkedMap.from(entries);

        expectLike(map, entries);
        assertThat(map.equals(TreePMap.from(entries))).isTrue();
        assertThat(TreePMap.from(entries).equals(map)).isTrue();
        assertThat(ChunkedMap.from(map)).isSameAs(map);
        assertThat(ChunkedMap.from(map.descendingMap())).isEqualTo(map);
    }

    private static void expectLike(NavigableMap<Integer, Integer> map, NavigableMap<Integer, Integer> expected) {
        assertThat(map.equals(expected)).isTrue();
        assertThat(expected.equals(map)).isTrue();
        assertThat(map).hasSameHashCodeAs(expected).hasSize(expected.size()).hasToString(expected.toString());
        assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
        assertThat(List.copyOf(map.values())).isEqualTo(List.copyOf(expected.values()));
        assertThat(map.firstEntry()).isEqualTo(expected.firstEntry());
        assertThat(map.lastEntry()).isEqualTo(expected.lastEntry());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesWhatATreeDoesAndKeepsEveryVersion(long seed) {
        var random = new Random(seed);
        ChunkedMap<Integer, Integer> map = ChunkedMap.empty();
        var tree = new TreeMap<Integer, Integer>();
        var versions = new ArrayList<Map<Integer, Integer>>();
        var copies = new ArrayList<Map<Integer, Integer>>();
        for (int step = 0; step < 2_000; step++) {
            var before = map;
            map = step(random, step, map, tree);

            assertThat(map.equals(tree)).as("step %d", step).isTrue();
            expectGapsAroundAllThatDiffers(before, map);
            if (step % 50 == 0) {
                expectLike(map, tree);
                expectLikeFrom(map, tree, random.nextInt(KEYS));
                versions.add(map);
                copies.add(new TreeMap<>(tree));
            }
        }
        assertThat(versions).isEqualTo(copies);
    }

    private static ChunkedMap<Integer, Integer> step(
            Random random, int step, ChunkedMap<Integer, Integer> map, NavigableMap<Integer, Integer> tree) {
        int key = random.nextInt(KEYS);
        // Grows for a while, then shrinks.
        return switch (random.nextInt(step % 1_000 < 600 ? 5 : 8)) {
            case 0, 1, 2 -> {
                tree.put(key, step);
                yield map.plus(key, step);
            }
            case 3 -> {
                var more = Map.of(key, step, key + 1, -step, -key - 1, 7);
                tree.putAll(more);
                yield map.plusAll(more);
            }
            case 4, 5 -> {
                tree.remove(key);
                yield map.minus(key);
            }
            case 6 -> {
                var some = List.of(key, key + 1, key + 2, key + 3);
                tree.keySet().removeAll(some);
                yield map.minusAll(some);
            }
            default -> {
                boolean first = random.nextBoolean();
                var removed = first ? tree.pollFirstEntry() : tree.pollLastEntry();
                yield removed == null ? map : first ? map.minusFirstEntry() : map.minusLastEntry();
            }
        };
    }

    private static void expectGapsAroundAllThatDiffers(
            ChunkedMap<Integer, Integer> before, ChunkedMap<Integer, Integer> after) {
        var old = List.copyOf(before.entrySet());
        var now = List.copyOf(after.entrySet());
        int at = 0;
        int atOld = 0;
        for (var gap : after.gaps(before)) {
            assertThat(now.subList(at, gap.from())).isEqualTo(old.subList(atOld, gap.beforeFrom()));
            at = gap.to();
            atOld = gap.beforeTo();
        }
        assertThat(now.subList(at, now.size())).isEqualTo(old.subList(atOld, old.size()));
    }

    private static void expectLikeFrom(ChunkedMap<Integer, Integer> map, NavigableMap<Integer, Integer> tree, int key) {
        assertThat(map.get(key)).isEqualTo(tree.get(key));
        assertThat(map.containsKey(key)).isEqualTo(tree.containsKey(key));
        assertThat(map.lowerEntry(key)).isEqualTo(tree.lowerEntry(key));
        assertThat(map.floorEntry(key)).isEqualTo(tree.floorEntry(key));
        assertThat(map.ceilingEntry(key)).isEqualTo(tree.ceilingEntry(key));
        assertThat(map.higherEntry(key)).isEqualTo(tree.higherEntry(key));
        assertThat(map.lowerKey(key)).isEqualTo(tree.lowerKey(key));
        assertThat(map.floorKey(key)).isEqualTo(tree.floorKey(key));
        assertThat(map.ceilingKey(key)).isEqualTo(tree.ceilingKey(key));
        assertThat(map.higherKey(key)).isEqualTo(tree.higherKey(key));
        expectLike(map.headMap(key), new TreeMap<>(tree.headMap(key)));
        expectLike(map.headMap(key, true), new TreeMap<>(tree.headMap(key, true)));
        expectLike(map.tailMap(key), new TreeMap<>(tree.tailMap(key)));
        expectLike(map.tailMap(key, false), new TreeMap<>(tree.tailMap(key, false)));
        expectLike(map.subMap(key, key + 50), new TreeMap<>(tree.subMap(key, key + 50)));
        expectLike(map.subMap(key, false, key, true), new TreeMap<>());
        expectLike(map.descendingMap(), tree.descendingMap());
        expectLike(
                map.descendingMap().headMap(key),
                new TreeMap<>(tree.descendingMap().headMap(key)));
        assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(tree.keySet()));
        assertThat(List.copyOf(map.descendingKeySet())).isEqualTo(List.copyOf(tree.descendingKeySet()));
    }

    @Test
    void findsOneChangeInOneChunk() {
        var before = ChunkedMap.from(squares(1_000));

        assertThat(before.gaps(before)).isEmpty();
        assertThat(before.plus(100, -1).gaps(before)).containsExactly(new Gap(32, 64, 32, 64));
        assertThat(before.plus(101, -1).gaps(before)).containsExactly(new Gap(32, 64, 32, 65));
        assertThat(before.minus(100).gaps(before)).containsExactly(new Gap(32, 64, 32, 63));
        assertThat(before.plus(0, -1).minus(1_998).gaps(before))
                .containsExactly(new Gap(0, 32, 0, 32), new Gap(992, 1_000, 992, 999));
        assertThat(before.tailMap(200).gaps(before)).containsExactly(new Gap(0, 128, 0, 28));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> before.gaps(before.descendingMap()))
                .withMessageStartingWith("before: ");
    }

    @Test
    void joinsChunksOfWhichLittleIsLeft() {
        var map = ChunkedMap.from(squares(3_200));
        for (int i = 0; i < 3_200; i++) {
            map = i % 32 == 0 ? map : map.minus(2 * i);
        }

        var gap = map.plus(3_200, -1).gaps(map).getFirst();

        // One chunk, of which each had one entry of a hundred.
        assertThat(map).hasSize(100);
        assertThat(gap.to() - gap.from()).isBetween(8, 32);
    }

    @Test
    void staysItselfWhereNothingChanges() {
        var map = ChunkedMap.<String, String>empty().plus("a", "x").plus("b", "y");

        assertThat(map.plus("a", requireNonNull(map.get("a")))).isSameAs(map);
        assertThat(map.plusAll(Map.of())).isSameAs(map);
        assertThat(map.minus("c")).isSameAs(map);
        assertThat(map.minusAll(List.of("c", "d"))).isSameAs(map);
        assertThat(map.headMap("c")).isSameAs(map);
        assertThat(map.tailMap("a")).isSameAs(map);
    }

    @Test
    void mayHaveAnyOrder() {
        var map = ChunkedMap.<String, Integer>empty(Comparator.comparingInt(String::length))
                .plus("long", 1)
                .plus("a", 2)
                .plus("b", 3);

        assertThat(map.keySet()).containsExactly("a", "long");
        assertThat(map.get("c")).isEqualTo(3);
        assertThat(map.descendingMap().descendingMap().comparator()).isSameAs(map.comparator());
    }

    @Test
    void refusesWhatATreeRefuses() {
        var empty = ChunkedMap.<String, Integer>empty();
        var map = empty.plus("a", 1);

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(empty::firstKey);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(empty::minusLastEntry);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> empty.entrySet().iterator().next());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> map.entries(0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> map.subMap("b", "a"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.entrySet().iterator().remove());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.entrySet().iterator().next().setValue(2));
        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> ((Map<?, ?>) map).containsKey(1));
        assertThat(new HashMap<>(map)).isEqualTo(Map.of("a", 1));
    }
}
