package dev.gatehouse.model.codec.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.codec.Arena;
import dev.gatehouse.model.codec.ArenaValues;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.ChunkedSet;
import dev.gatehouse.model.collection.ChunkedVector;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.ServerOnly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

@SuppressWarnings("NullAway") // A game's code may not be checked for null.
class StorableModelTest {

    private static final StorableModel MODEL = StorableModel.of(Yard.class);
    private static final Instant FINE = Instant.ofEpochSecond(1, 1_000);
    private static final Hen BAD = new Hen(new Laid(FINE), 1);

    private static Yard yard(PVector<Hen> hens) {
        return new Yard(hens, TreePMap.empty(), TreePSet.empty(), null, new Weather.Rain(Duration.ZERO), "", "");
    }

    private static PVector<Hen> hens(int count) {
        PVector<Hen> hens = ChunkedVector.empty();
        for (int i = 0; i < count; i++) {
            hens = hens.plus(new Hen(new Laid(Instant.ofEpochMilli(i)), i));
        }
        return hens;
    }

    private static Yard with(PVector<Hen> hens) {
        return yard(hens);
    }

    private static Yard with(PSortedMap<String, Hen> nests) {
        var yard = yard(hens(1));
        return new Yard(yard.hens, nests, yard.days, yard.deep, yard.weather, yard.note, yard.hidden);
    }

    private static Yard with(PSortedSet<Integer> days) {
        var yard = yard(hens(1));
        return new Yard(yard.hens, yard.nests, days, yard.deep, yard.weather, yard.note, yard.hidden);
    }

    private static Yard with(@Nullable Deep deep, Weather weather, String note, String hidden) {
        var yard = yard(hens(1));
        return new Yard(yard.hens, yard.nests, yard.days, deep, weather, note, hidden);
    }

    private static Deep deep(int levels) {
        return levels == 0 ? null : new Deep(deep(levels - 1));
    }

    static Stream<Arguments> refused() {
        var rain = new Weather.Rain(Duration.ZERO);
        return Stream.of(
                Arguments.of(with(null, rain, null, ""), "note: null (expected: a value)"),
                Arguments.of(with(null, rain, "", null), "hidden: null (expected: a value)"),
                Arguments.of(with(null, null, "", ""), "weather: null (expected: a value)"),
                Arguments.of(with(hens(1).plus(BAD)), "hens[1].laid: a time finer than milliseconds"),
                Arguments.of(with(TreePVector.<Hen>singleton(null)), "hens[0]: null"),
                Arguments.of(with(TreePMap.singleton("a", BAD)), "nests[0].laid: a time finer than milliseconds"),
                Arguments.of(
                        with(TreePMap.<String, Hen>empty(Comparator.reverseOrder())
                                .plus("a", hens(1).get(0))
                                .plus("b", hens(1).get(0))),
                        "nests: a sorted collection of String in an order of its own"),
                Arguments.of(
                        with(ChunkedMap.<String, Hen>empty(Comparator.nullsFirst(Comparator.naturalOrder()))
                                .plus(null, hens(1).get(0))),
                        "nests[0]: null (expected: a value)"),
                Arguments.of(
                        with(ChunkedMap.<String, Hen>empty(Comparator.nullsLast(Comparator.naturalOrder()))
                                .plus("a", hens(1).get(0))
                                .plus(null, hens(1).get(0))),
                        "nests[1]: null (expected: a value)"),
                Arguments.of(
                        with(TreePMap.singleton("k".repeat(1025), hens(1).get(0))),
                        "nests[0]: a key of 1025 characters (expected: at most 1024)"),
                Arguments.of(
                        with(TreePSet.<Integer>empty(Comparator.reverseOrder())
                                .plus(1)
                                .plus(2)),
                        "days: a sorted collection of Integer in an order of its own"),
                Arguments.of(
                        with(ChunkedSet.<Integer>empty(Comparator.nullsFirst(Comparator.naturalOrder()))
                                .plus(1)
                                .plus(null)),
                        "days[0]: null (expected: a value)"),
                Arguments.of(
                        with(null, new Weather.Rain(Duration.ofSeconds(10).dividedBy(3)), "", ""),
                        "weather.since: a time finer than milliseconds"),
                Arguments.of(
                        with(null, new Weather.Rain(Duration.ofSeconds(Long.MAX_VALUE)), "", ""),
                        "weather.since: a time beyond 64 bits of milliseconds"),
                Arguments.of(with(null, rain, "half \uD83D", ""), "note: half of a surrogate pair"),
                Arguments.of(with(null, rain, "", "\uDE00\uD83D"), "hidden: half of a surrogate pair"),
                Arguments.of(with(null, new Weather.Map(new JsonText("{\"rain\":")), "", ""), "weather.drawn: "),
                Arguments.of(with(null, new Weather.Map(new JsonText("1 2")), "", ""), "weather.drawn: "),
                Arguments.of(
                        with(null, new Weather.Map(new JsonText("\"\uD83D\"")), "", ""),
                        "weather.drawn: half of a surrogate pair"),
                Arguments.of(
                        with(null, new Weather.Week(new ArrayList<>(List.of(1, 2))), "", ""),
                        "weather.degrees: a java.util.ArrayList, which may be changed in place"),
                Arguments.of(
                        with(null, new Weather.Week(Collections.unmodifiableList(new ArrayList<>())), "", ""),
                        "which may be changed in place"),
                Arguments.of(with(deep(56), rain, "", ""), "nested deeper than 56"),
                Arguments.of(with(null, new Weather.Map(nested(54)), "", ""), "weather.drawn: nested deeper than 56"));
    }

    private static JsonText nested(int arrays) {
        return new JsonText("[".repeat(arrays) + "]".repeat(arrays));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCouldNotBeStoredAndReadAgain(Yard yard, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.check(yard)).withMessageContaining(why);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(yard(hens(1)), yard))
                .withMessageContaining(why);
    }

    @Test
    void findsADepthThatIsReachedStepByStep() {
        var before = with(deep(55), new Weather.Rain(Duration.ZERO), "", "");
        MODEL.check(before);

        var after = with(new Deep(before.deep), before.weather, "", "");

        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.check(before, after));
    }

    @Test
    void findsAKeyThatIsNullBesideOnesThatWereThereBefore() {
        PSortedMap<String, Hen> nests = ChunkedMap.<String, Hen>empty(Comparator.nullsFirst(Comparator.naturalOrder()))
                .plus("b", BAD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(with(nests), with(nests.plus(null, BAD))))
                .withMessage("nests[0]: null (expected: a value)");
    }

    /// Its own order would fail, and say nothing of where it stands.
    @Test
    void looksIntoAKeyBeforeItIsCompared() {
        var tags = TreePMap.<Tag, Integer>empty(
                        Comparator.comparing(Tag::name, Comparator.nullsLast(Comparator.naturalOrder())))
                .plus(new Tag("a"), 1);
        var model = StorableModel.of(Tagged.class);

        for (var before : List.of(new Tagged(TreePMap.empty()), new Tagged(tags))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.check(before, new Tagged(tags.plus(new Tag(null), 2))))
                    .withMessage("tags[1]: Tag: holds null");
        }
    }

    /// Whatever of it a client reads in JSON.
    @Test
    void takesWhatReadersOfJsonTakeAtTheirLimits() throws Exception {
        var yard = with(null, new Weather.Map(nested(53)), "", "");
        var key = with(TreePMap.singleton("k".repeat(1024), hens(1).get(0)));
        var codec = JsonCodec.of(Yard.class);

        MODEL.check(yard);
        MODEL.check(key);

        assertThat(codec.decode(codec.encode(yard)).weather).isEqualTo(yard.weather);
        assertThat(codec.decode(codec.encode(key)).nests).isEqualTo(key.nests);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void takesWhatIsReadAgainAlike(long seed) throws Exception {
        var values = new ArenaValues(seed);
        var before = values.arena();
        var after = values.arena();
        var codec = ProtoCodec.of(Arena.class);

        StorableModel.of(Arena.class).check(before, after);

        assertThatCode(() -> StorableModel.of(Arena.class).check(codec.decode(codec.encode(after))))
                .doesNotThrowAnyException();
    }

    static Stream<List<Integer>> immutable() {
        var degrees = new ArrayList<>(List.of(1, 2, 3));
        return Stream.of(
                List.of(),
                List.of(1),
                List.of(1, 2),
                List.copyOf(degrees),
                degrees.stream().toList(),
                Stream.<Integer>of().toList(),
                List.copyOf(degrees).subList(1, 2),
                Collections.emptyList(),
                TreePVector.from(degrees),
                ChunkedVector.from(degrees));
    }

    @ParameterizedTest
    @MethodSource("immutable")
    void takesListsThatNobodyCanChange(List<Integer> degrees) {
        assertThatCode(() -> MODEL.check(with(null, new Weather.Week(degrees), "", "")))
                .doesNotThrowAnyException();
    }

    /// What would be refused, were it looked at.
    @Test
    void looksAtNothingThatWasThereBefore() {
        var old = hens(1000).plus(BAD).plusAll(hens(1000));
        MODEL.check(with(old), with(old.with(3, new Hen(new Laid(Instant.EPOCH), 5))));
        MODEL.check(with(old), with(old.minus(0)));
        MODEL.check(with(old), with(old.minus(1500).plus(2, old.get(7))));
        MODEL.check(with(old), with(old.plus(0, old.get(1000)).minus(1001)));
        MODEL.check(with(TreePVector.from(old)), with(TreePVector.from(old).minus(4)));
    }

    static Stream<PSortedMap<String, Hen>> nests() {
        var nests = TreePMap.<String, Hen>singleton("b", BAD).plus("d", BAD);
        return Stream.of(nests, ChunkedMap.from(nests));
    }

    @ParameterizedTest
    @MethodSource("nests")
    void looksAtNoEntryThatWasThereBefore(PSortedMap<String, Hen> nests) {
        for (var key : new String[] {"a", "c", "e"}) {
            MODEL.check(with(nests), with(nests.plus(key, hens(1).get(0))));
        }
        MODEL.check(with(nests), with(nests.minus("b")));
        MODEL.check(with(nests), with(TreePMap.from(nests).minus("b")));
        MODEL.check(with(nests), with(ChunkedMap.from(nests).minus("b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(with(nests), with(nests.plus("c", new Hen(BAD.laid, 3)))))
                .withMessageStartingWith("nests[1].laid: ");
    }

    @Test
    void looksAtWhatChangedInALargeMap() {
        var nests = ChunkedMap.<String, Hen>empty();
        for (int i = 0; i < 1_000; i++) {
            nests = nests.plus("nest %03d".formatted(i), BAD);
        }
        var before = nests;

        MODEL.check(with(before), with(before.minus("nest 700").plus("nest 003", hens(1).get(0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(with(before), with(before.plus("nest 700", new Hen(new Laid(FINE), 3)))))
                .withMessageStartingWith("nests[700].laid: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(with(before), with(before.plus("half \uD83D", hens(1).get(0)))))
                .withMessageStartingWith("nests[0]: half of a surrogate pair");
    }

    @Inline
    record Laid(Instant at) {}

    @Inline
    record Tag(String name) implements Comparable<Tag> {
        @Override
        public int compareTo(Tag other) {
            return name.compareTo(other.name);
        }
    }

    record Tagged(@Member(1) PSortedMap<Tag, Integer> tags) {}

    record Hen(@Member(1) Laid laid, @Member(2) int eggs) {}

    record Deep(@Member(1) @Nullable Deep inner) {}

    sealed interface Weather {
        @Case(name = "rain", number = 1)
        record Rain(@Member(1) Duration since) implements Weather {}

        @Case(name = "map", number = 2)
        record Map(@Member(1) JsonText drawn) implements Weather {}

        @Case(name = "week", number = 3)
        record Week(@Member(1) List<Integer> degrees) implements Weather {}
    }

    record Yard(
            @Member(1) PVector<Hen> hens,
            @Member(2) PSortedMap<String, Hen> nests,
            @Member(3) PSortedSet<Integer> days,
            @Member(4) @Nullable Deep deep,
            @Member(5) Weather weather,
            @Member(6) @NoChecksum String note,
            @Member(7) @ServerOnly String hidden) {}
}
