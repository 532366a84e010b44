package dev.gatehouse.model.codec.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.codec.Arena;
import dev.gatehouse.model.codec.Arena.Point;
import dev.gatehouse.model.codec.Arena.Shape;
import dev.gatehouse.model.codec.ArenaValues;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.ChunkedVector;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.ServerOnly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

class ChecksumTreeTest {

    private static final int ITEMS = 1000;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static City city() {
        PSortedMap<String, Integer> stock = ChunkedMap.empty();
        PVector<Point> houses = ChunkedVector.empty();
        for (int i = 0; i < ITEMS; i++) {
            stock = stock.plus("item" + i, i);
            houses = houses.plus(new Point(i, i));
        }
        return new City(1, stock, houses, new Shape.UnitSquare(), null, "note", 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dependsOnTheContentAndNotOnHowItCameAbout(long seed) throws Exception {
        var values = new ArenaValues(seed);
        var before = values.arena();
        var after = values.arena();
        var copy = ProtoCodec.of(Arena.class).decode(ProtoCodec.of(Arena.class).encode(after));

        var updated = ChecksumTree.of(before).update(after);

        assertThat(updated.hex()).isEqualTo(ChecksumTree.of(copy).hex());
        assertThat(updated.value()).isNotEqualTo(ChecksumTree.of(before).value());
        assertThat(updated.model()).isEqualTo(after);
    }

    @Test
    void costsNothingForTheSameModel() {
        var city = city();

        var tree = ChecksumTree.of(city).update(city);

        assertThat(tree.hashed()).isZero();
    }

    @Test
    void hashesOnlyThePathToOneChangedMember() {
        var city = city();

        var tree = ChecksumTree.of(city).update(city.withLevel(2));

        // The number and the city.
        assertThat(tree.hashed()).isEqualTo(2);
        assertThat(tree.hex()).isEqualTo(ChecksumTree.of(city.withLevel(2)).hex());
    }

    static Stream<PSortedMap<String, Integer>> stocks() {
        return Stream.of(TreePMap.from(city().stock()), city().stock());
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void hashesOnlyThePathToOneChangedEntry(PSortedMap<String, Integer> stock) {
        var city = city().withStock(stock);
        var sold = city.withStock(city.stock().plus("item500", 7));

        var tree = ChecksumTree.of(city).update(sold);

        // The count, its key, the entry, the map, the city.
        assertThat(tree.hashed()).isEqualTo(5);
        assertThat(tree.hex()).isEqualTo(ChecksumTree.of(sold).hex());
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void findsEntriesAgainAfterOneCameOrWent(PSortedMap<String, Integer> stock) {
        var city = city().withStock(stock);
        var more = city.withStock(city.stock().plus("item0000", 1));
        var less = city.withStock(city.stock().minus("item0"));

        assertThat(ChecksumTree.of(city).update(more).hashed()).isEqualTo(5);
        assertThat(ChecksumTree.of(city).update(less).hashed()).isEqualTo(2);
        assertThat(ChecksumTree.of(city).update(less).hex())
                .isEqualTo(ChecksumTree.of(less).hex());
    }

    @Test
    void hashesOnlyThePathToOneChangedElement() {
        var city = city().withHouses(TreePVector.from(city().houses()));
        var moved = city.withHouses(city.houses().with(10, new Point(10, 11)));

        // One coordinate, the point, the list, the city.
        assertThat(ChecksumTree.of(city).update(moved).hashed()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 500, 999})
    void hashesOnlyThePathToOneChangedElementOfAVectorThatSharesTheRest(int index) {
        var city = city();
        var moved = city.withHouses(city.houses().with(index, new Point(index, -1)));

        var tree = ChecksumTree.of(city).update(moved);

        assertThat(tree.hashed()).isEqualTo(4);
        assertThat(tree.hex()).isEqualTo(ChecksumTree.of(moved).hex());
    }

    static Stream<PVector<Point>> vectors() {
        return Stream.of(TreePVector.from(city().houses()), city().houses());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hashesNoElementAgainThatOnlyMoved(PVector<Point> houses) {
        var city = city().withHouses(houses);
        var sorted = new ArrayList<>(houses);
        sorted.sort(Comparator.comparingInt(Point::x).reversed());
        for (var next : List.of(
                houses.minus(0),
                houses.minus(ITEMS / 2),
                houses.minus(900).minus(3),
                houses.plus(7, houses.get(700)).minus(701),
                ChunkedVector.from(sorted))) {
            var after = city.withHouses(next);

            var tree = ChecksumTree.of(city).update(after);

            // The list and the city.
            assertThat(tree.hashed()).isEqualTo(2);
            assertThat(tree.hex()).isEqualTo(ChecksumTree.of(after).hex());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hashesOnlyWhatCameBetween(PVector<Point> houses) {
        var city = city().withHouses(houses);
        var after = city.withHouses(houses.minus(900).plus(500, new Point(7, 7)).plus(3, new Point(8, 8)));

        var tree = ChecksumTree.of(city).update(after);

        // Two points with two coordinates each, one of which may be what was at its place; the list and the city.
        assertThat(tree.hashed()).isBetween(6, 8);
        assertThat(tree.hex()).isEqualTo(ChecksumTree.of(after).hex());
    }

    @Test
    void followsAVectorThatGrowsAndShrinks() {
        var city = city();
        var houses = city.houses();
        for (var next : List.of(
                houses.plus(new Point(7, 7)),
                houses.minus(ITEMS - 1),
                houses.minus(3),
                houses.plus(500, new Point(7, 7)),
                houses.subList(0, 0))) {
            var after = city.withHouses(next);

            assertThat(ChecksumTree.of(city).update(after).hex())
                    .isEqualTo(ChecksumTree.of(city.withHouses(TreePVector.from(next)))
                            .hex());
        }
    }

    @Test
    void followsAUnionThroughItsCases() {
        var city = city();
        var round = city.withSquare(new Shape.Circle(new Point(0, 0), null));
        var wide = city.withSquare(new Shape.Circle(new Point(0, 0), 0));

        assertThat(ChecksumTree.of(city).update(round).hex())
                .isEqualTo(ChecksumTree.of(round).hex());
        assertThat(ChecksumTree.of(round).update(wide).hex())
                .isEqualTo(ChecksumTree.of(wide).hex())
                .isNotEqualTo(ChecksumTree.of(round).hex());
        assertThat(ChecksumTree.of(wide).update(city).hex())
                .isEqualTo(ChecksumTree.of(city).hex());
    }

    @Test
    void tellsAbsentFromDefault() {
        assertThat(ChecksumTree.of(city().withTitle("")).hex())
                .isNotEqualTo(ChecksumTree.of(city()).hex());
    }

    @Test
    void isTheSameForEveryNaNAndNotForZerosOfEitherSign() {
        var plain = new Gauge(Double.NaN, Float.NaN);
        var payload = new Gauge(Double.longBitsToDouble(0xfff8_0000_0000_0001L), Float.intBitsToFloat(0xffc0_0001));

        assertThat(ChecksumTree.of(payload).hex())
                .isEqualTo(ChecksumTree.of(plain).hex())
                .isEqualTo(ChecksumTree.of(new Gauge(0.0, 0f)).update(payload).hex());
        assertThat(ProtoCodec.of(Gauge.class).encode(payload))
                .isEqualTo(ProtoCodec.of(Gauge.class).encode(plain));
        assertThat(ChecksumTree.of(new Gauge(-0.0, 0f)).hex())
                .isNotEqualTo(ChecksumTree.of(new Gauge(0.0, 0f)).hex());
    }

    record Gauge(@Member(1) double level, @Member(2) float rate) {}

    @Test
    void leavesOutWhatBothSidesMayChangeOnTheirOwn() {
        var city = city();
        var other =
                new City(city.level(), city.stock(), city.houses(), city.square(), city.title(), "another note", 99);

        assertThat(ChecksumTree.of(other).hex())
                .isEqualTo(ChecksumTree.of(city).hex())
                .hasSize(16);
    }

    @Test
    void refusesATimeThatWouldNotBeStoredAsItIs() {
        var third = new Delay(Duration.ofSeconds(10).dividedBy(3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChecksumTree.of(third))
                .withMessage("a time finer than milliseconds (expected: truncatedTo(ChronoUnit.MILLIS))");
    }

    record Delay(@Member(1) Duration time) {}

    @Test
    void refusesAMapInAnOrderOfItsOwn() {
        var reversed = city().withStock(TreePMap.<String, Integer>empty(Comparator.reverseOrder())
                .plus("a", 1)
                .plus("b", 1));

        assertThatIllegalArgumentException().isThrownBy(() -> ChecksumTree.of(reversed));
    }

    record City(
            @Member(1) int level,
            @Member(2) PSortedMap<String, Integer> stock,
            @Member(3) PVector<Point> houses,
            @Member(4) Shape square,
            @Member(5) @Nullable String title,
            @Member(6) @NoChecksum String note,
            @Member(7) @ServerOnly int suspicion) {

        City withLevel(int next) {
            return new City(next, stock, houses, square, title, note, suspicion);
        }

        City withStock(PSortedMap<String, Integer> next) {
            return new City(level, next, houses, square, title, note, suspicion);
        }

        City withHouses(PVector<Point> next) {
            return new City(level, stock, next, square, title, note, suspicion);
        }

        City withSquare(Shape next) {
            return new City(level, stock, houses, next, title, note, suspicion);
        }

        City withTitle(String next) {
            return new City(level, stock, houses, square, next, note, suspicion);
        }
    }
}
