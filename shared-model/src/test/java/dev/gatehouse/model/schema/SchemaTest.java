package dev.gatehouse.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;

class SchemaTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(String.class, "expected: a record or a sealed interface"),
                Arguments.of(Untagged.class, "Untagged.b: has no @Member"),
                Arguments.of(Reused.class, "Reused.b: number 1 is that of a"),
                Arguments.of(Gone.class, "Gone.a: number 2 is retired"),
                Arguments.of(Zero.class, "Zero.a: number 0"),
                Arguments.of(Reserved.class, "Reserved.a: number 19500"),
                Arguments.of(Mutable.class, "Mutable.list: java.util.ArrayList is mutable or unknown"),
                Arguments.of(Hashed.class, "Hashed.map: java.util.HashMap is mutable or unknown"),
                Arguments.of(AnyMap.class, "AnyMap.map: java.util.Map is mutable or unknown"),
                Arguments.of(HashedSet.class, "HashedSet.set: org.pcollections.PSet is mutable or unknown"),
                Arguments.of(Array.class, "Array.bytes: [B is mutable or unknown"),
                Arguments.of(Raw.class, "Raw.list: List without its type arguments"),
                Arguments.of(ListOfLists.class, "ListOfLists.lists: a collection in a collection"),
                Arguments.of(AbsentList.class, "AbsentList.list: a collection may not be @Nullable"),
                Arguments.of(OddKey.class, "OddKey.map: its keys"),
                Arguments.of(Endless.class, "always contains itself"),
                Arguments.of(Free.class, "Free.value: T stands for nothing known"),
                Arguments.of(WideInline.class, "is @Inline with 2 components"),
                Arguments.of(DeepInline.class, "the component of an @Inline record"),
                Arguments.of(Nameless.class, "Lost: a case of"),
                Arguments.of(SameNumber.class, "case number 1 is used twice"),
                Arguments.of(SameName.class, "case name 'a' is used twice"),
                Arguments.of(TypeTaken.class, "A.type: a member of a case"),
                Arguments.of(NumberBeside.class, "case number 1 is that of a member beside it"),
                Arguments.of(NameBeside.class, "x is in it and beside it"),
                Arguments.of(HiddenInline.class, "Hidden.value: is @ServerOnly or @NoChecksum in an @Inline record"),
                Arguments.of(FlatServerOnly.class, "FlatServerOnly.beside: is @Flat and @ServerOnly"),
                Arguments.of(FlatRecord.class, "FlatRecord.zero: is @Flat"),
                Arguments.of(EnumWithoutZero.class, "its first constant has no @Member(0)"),
                Arguments.of(EnumUntagged.class, "B: has no @Member"),
                Arguments.of(EnumReused.class, "B: @Member(0) is used twice"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesADeclarationAndNamesTheMember(Class<?> type, String why) {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> Schema.of(type))
                .withMessageContaining(why);
    }

    static Stream<Arguments> arguments() {
        return Stream.of(
                Arguments.of(Told.class, "Told.secret: is @ServerOnly in an argument"),
                Arguments.of(Deeper.class, "Told.secret: is @ServerOnly in an argument"),
                Arguments.of(Uncounted.class, "Uncounted.note: is @NoChecksum (expected: a member of a model"));
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void refusesArgumentsThatOneSideMayNotKnow(Class<?> type, String why) {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> Schema.ofArguments(type))
                .withMessageContaining(why);
    }

    @Test
    void takesArgumentsThatHoldARecordOfAModel() {
        assertThat(Schema.ofArguments(Given.class)).isSameAs(Schema.of(Given.class));
        assertThat(Schema.parameterOf("given", Uncounted.class)).isInstanceOf(RecordShape.class);
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> Schema.parameterOf("told", Told.class))
                .withMessageContaining("Told.secret: is @ServerOnly in an argument");
    }

    record Told(@Member(1) @ServerOnly int secret) {}

    record Deeper(@Member(1) List<Told> told) {}

    record Uncounted(@Member(1) @NoChecksum String note) {}

    record Given(@Member(1) Uncounted gift) {}

    @Test
    void isReadOnce() {
        assertThat(Schema.of(Good.class)).isSameAs(Schema.of(Good.class));
    }

    @Test
    void listsEveryShapeOnce() {
        assertThat(Schema.of(Good.class).shapes()).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void resolvesTheVariablesOfGenericRecords() {
        var shape = (RecordShape) Schema.of(Good.class).shape();

        assertThat(shape.members().getFirst().shape()).isInstanceOfSatisfying(RecordShape.class, pair -> {
            assertThat(pair.name()).isEqualTo("PairOfIntegerAndString");
            assertThat(pair.members()).extracting(RecordMember::shape).containsExactly(Scalar.INT, Scalar.STRING);
        });
    }

    record Good(
            @Member(1) Pair<Integer, String> pair,
            @Member(536_870_911) @Nullable Good next) {}

    record Pair<A, B>(@Member(1) A first, @Member(2) B second) {}

    record Untagged(@Member(1) int a, int b) {}

    record Reused(@Member(1) int a, @Member(1) int b) {}

    @Retired(2)
    record Gone(@Member(2) int a) {}

    record Zero(@Member(0) int a) {}

    record Reserved(@Member(19_500) int a) {}

    @SuppressWarnings("NonApiType") // Refusing it is the test.
    record Mutable(@Member(1) ArrayList<String> list) {}

    @SuppressWarnings("NonApiType") // Refusing it is the test.
    record Hashed(@Member(1) HashMap<String, String> map) {}

    record AnyMap(@Member(1) Map<String, String> map) {}

    record HashedSet(@Member(1) PSet<String> set) {}

    @SuppressWarnings("ArrayRecordComponent") // Refusing it is the test.
    record Array(@Member(1) byte[] bytes) {}

    @SuppressWarnings("rawtypes") // Refusing it is the test.
    record Raw(@Member(1) List list) {}

    record ListOfLists(@Member(1) List<List<String>> lists) {}

    record AbsentList(@Member(1) @Nullable List<String> list) {}

    record OddKey(@Member(1) PSortedMap<Boolean, String> map) {}

    record Endless(@Member(1) Middle middle) {}

    record Middle(@Member(1) Endless endless) {}

    record Free<T>(@Member(1) T value) {}

    @Inline
    record Wide(@Member(1) int a, @Member(2) int b) {}

    record WideInline(@Member(1) Wide wide) {}

    @Inline
    record Deep(@Member(1) Pair<Integer, Integer> pair) {}

    record DeepInline(@Member(1) Deep deep) {}

    sealed interface Nameless {
        record Lost() implements Nameless {}
    }

    sealed interface SameNumber {
        @Case(name = "a", number = 1)
        record A() implements SameNumber {}

        @Case(name = "b", number = 1)
        record B() implements SameNumber {}
    }

    sealed interface SameName {
        @Case(name = "a", number = 1)
        record A() implements SameName {}

        @Case(name = "a", number = 2)
        record B() implements SameName {}
    }

    sealed interface TypeTaken {
        @Case(name = "a", number = 1)
        record A(@Member(1) int type) implements TypeTaken {}
    }

    sealed interface Beside {
        @Case(name = "a", number = 1)
        record A(@Member(1) int x) implements Beside {}
    }

    record NumberBeside(@Member(1) int y, @Flat Beside beside) {}

    record NameBeside(@Member(2) int x, @Flat Beside beside) {}

    record FlatServerOnly(
            @Member(2) int y, @Flat @ServerOnly Beside beside) {}

    @Inline
    record Hidden(@NoChecksum String value) {}

    record HiddenInline(@Member(1) Hidden hidden) {}

    record FlatRecord(@Flat Pair<Integer, Integer> zero) {}

    enum NoZero {
        @Member(1)
        A
    }

    record EnumWithoutZero(@Member(1) NoZero value) {}

    enum HalfTagged {
        @Member(0)
        A,
        B
    }

    record EnumUntagged(@Member(1) HalfTagged value) {}

    enum Twice {
        @Member(0)
        A,
        @Member(0)
        B
    }

    record EnumReused(@Member(1) Twice value) {}
}
