package dev.gatehouse.model.codec.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.model.codec.Arena;
import dev.gatehouse.model.codec.Arena.Point;
import dev.gatehouse.model.codec.Arena.Shape;
import dev.gatehouse.model.codec.ArenaValues;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.ServerOnly;
import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

class JsonPatchesTest {

    private static final JsonCodec<Arena> SEEN = JsonCodec.of(Arena.class).withAudience(Audience.CLIENT);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void turnsTheOneModelIntoTheOther(long seed) throws Exception {
        var values = new ArenaValues(seed);
        var before = values.arena();
        var after = values.arena();

        var patched = JsonPatches.apply(new JsonText(SEEN.encode(before)), JsonPatches.between(before, after));

        assertThat(SEEN.decode(patched.text())).isEqualTo(SEEN.decode(SEEN.encode(after)));
    }

    @Test
    void saysNothingBetweenEqualModels() {
        assertThat(JsonPatches.between(new ArenaValues(5).arena(), new ArenaValues(5).arena()))
                .isEqualTo(new JsonText("[]"));
    }

    @Test
    void replacesWhateverWasThere() throws Exception {
        var after = new JsonText("{\"gold\":1.50}");

        var patch = JsonPatches.replacing(after);

        assertThat(patch.text()).isEqualTo("[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"gold\":1.50}}]");
        assertThat(JsonPatches.apply(new JsonText("[]"), patch)).isEqualTo(after);
    }

    @Test
    void namesOnlyWhatChanged() {
        var before = new Small(new Point(1, 2), TreePVector.empty(), new Shape.UnitSquare());
        var after = new Small(new Point(1, 3), TreePVector.singleton("a/b"), new Shape.UnitSquare());

        assertThat(JsonPatches.between(before, after).text())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/point/y\",\"value\":3},"
                        + "{\"op\":\"add\",\"path\":\"/words/0\",\"value\":\"a/b\"}]");
    }

    @Test
    void insertsIntoAListWithoutTouchingTheRest() {
        var before =
                new Small(new Point(0, 0), TreePVector.<String>empty().plus("a").plus("c"), new Shape.UnitSquare());
        var after = new Small(before.point(), before.words().plus(1, "b"), before.shape());

        assertThat(ModelDiff.between(before, after))
                .containsExactly(new ModelDiff.Change("/words/1", null, new JsonText("\"b\"")));
        assertThat(ModelDiff.between(after, before))
                .containsExactly(new ModelDiff.Change("/words/1", new JsonText("\"b\""), null));
    }

    @Test
    void replacesAUnionWhoseCaseChanged() {
        var before = new Small(new Point(0, 0), TreePVector.empty(), new Shape.UnitSquare());
        var after = new Small(before.point(), before.words(), new Shape.Circle(new Point(1, 1), 2));

        assertThat(ModelDiff.between(before, after))
                .containsExactly(new ModelDiff.Change(
                        "/shape",
                        new JsonText("{\"type\":\"unit-square\"}"),
                        new JsonText("{\"type\":\"circle\",\"center\":{\"x\":1,\"y\":1},\"radius\":2}")));
    }

    @Test
    void readsAsATextForPeople() {
        assertThat(ModelDiff.between(new Point(1, 2), new Point(1, 3))).hasToString("[/y: 2 -> 3]");
    }

    @Test
    void keepsFromPatchesWhatIsTheServersOnly() {
        var before = new Hidden(1, 2);

        assertThat(ModelDiff.between(before, new Hidden(1, 3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The examples of RFC 6902, appendix A.
                "{\"foo\":\"bar\"} | {\"op\":\"add\",\"path\":\"/baz\",\"value\":\"qux\"} | {\"foo\":\"bar\",\"baz\":\"qux\"}",
                "{\"foo\":[\"bar\",\"baz\"]} | {\"op\":\"add\",\"path\":\"/foo/1\",\"value\":\"qux\"} | {\"foo\":[\"bar\",\"qux\",\"baz\"]}",
                "{\"foo\":[\"bar\"]} | {\"op\":\"add\",\"path\":\"/foo/-\",\"value\":[\"abc\"]} | {\"foo\":[\"bar\",[\"abc\"]]}",
                "{\"baz\":1,\"foo\":2} | {\"op\":\"remove\",\"path\":\"/baz\"} | {\"foo\":2}",
                "{\"foo\":[\"bar\",\"qux\"]} | {\"op\":\"remove\",\"path\":\"/foo/1\"} | {\"foo\":[\"bar\"]}",
                "{\"foo\":{\"bar\":1},\"qux\":{}} | {\"op\":\"move\",\"from\":\"/foo/bar\",\"path\":\"/qux/thud\"} | {\"foo\":{},\"qux\":{\"thud\":1}}",
                "{\"a\":[1]} | {\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/b\"} | {\"a\":[1],\"b\":[1]}",
                "{\"/\":9,\"~1\":10} | {\"op\":\"test\",\"path\":\"/~01\",\"value\":10} | {\"/\":9,\"~1\":10}",
                "{\"foo\":null} | {\"op\":\"replace\",\"path\":\"/foo\",\"value\":null} | {\"foo\":null}",
                "{\"foo\":1} | {\"op\":\"replace\",\"path\":\"\",\"value\":[]} | []"
            })
    void appliesOperations(String document, String operation, String expected) throws Exception {
        assertThat(JsonPatches.apply(new JsonText(document), new JsonText("[" + operation + "]")))
                .isEqualTo(new JsonText(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"add\",\"path\":\"/a/b/c\",\"value\":1}",
                "{\"op\":\"add\",\"path\":\"/list/3\",\"value\":1}",
                "{\"op\":\"add\",\"path\":\"/list/01\",\"value\":1}",
                "{\"op\":\"add\",\"path\":\"a\",\"value\":1}",
                "{\"op\":\"add\",\"path\":\"/a\"}",
                "{\"op\":\"remove\",\"path\":\"/nothing\"}",
                "{\"op\":\"replace\",\"path\":\"/nothing\",\"value\":1}",
                "{\"op\":\"test\",\"path\":\"/list/0\",\"value\":2}",
                "{\"op\":\"move\",\"from\":\"/list\",\"path\":\"/list/0\"}",
                "{\"op\":\"fold\",\"path\":\"/list\"}",
                "[]"
            })
    void refusesOperationsThatCannotBeDone(String operation) {
        var refused = catchThrowableOfType(
                DecodeException.class,
                () -> JsonPatches.apply(new JsonText("{\"list\":[1,2]}"), new JsonText("[" + operation + "]")));

        assertThat(refused).hasMessageStartingWith("[0]: ");
    }

    record Small(
            @Member(1) Point point,
            @Member(2) PVector<String> words,
            @Member(3) Shape shape) {}

    record Hidden(
            @Member(1) int seen, @Member(2) @ServerOnly int hidden) {}

    @Test
    void copiesNoDocumentIntoItselfAgainAndAgain() {
        var copy = "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/b/-\"}";
        var patch = new JsonText("[" + String.join(",", Collections.nCopies(40, copy)) + "]");

        var failure = catchThrowableOfType(
                DecodeException.class, () -> JsonPatches.apply(new JsonText("{\"b\":[1,2,3]}"), patch));

        assertThat(failure).hasMessageContaining("copies more than 1048576 characters");
    }

    @Test
    void copiesNoLongTextAgainAndAgain() {
        var document = new JsonText("{\"list\":[],\"text\":\"" + "x".repeat(400_000) + "\"}");
        var copy = "{\"op\":\"copy\",\"from\":\"/text\",\"path\":\"/list/-\"}";

        var failure = catchThrowableOfType(
                DecodeException.class,
                () -> JsonPatches.apply(document, new JsonText("[" + copy + "," + copy + "," + copy + "]")));

        assertThat(failure).hasMessageContaining("copies more than 1048576 characters");
    }

    @Test
    void refusesAResultThatNobodyCouldRead() {
        var wrap = "{\"op\":\"add\",\"path\":\"/a\",\"value\":{}},{\"op\":\"move\",\"from\":\"/b\",\"path\":\"/a/b\"},"
                + "{\"op\":\"move\",\"from\":\"/a\",\"path\":\"/b\"}";
        var patch = new JsonText("[" + String.join(",", Collections.nCopies(600, wrap)) + "]");

        var failure =
                catchThrowableOfType(DecodeException.class, () -> JsonPatches.apply(new JsonText("{\"b\":{}}"), patch));

        assertThat(failure).hasMessageContaining("nested deeper than 64");
    }
}
