package dev.gatehouse.model.codec.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is stored can be read by every client and patched by operators, however long its texts are.
class StorableLimitsTest {

    private static final StorableModel MODEL = StorableModel.of(Page.class);
    private static final int MAX_CHARACTERS = 4_194_304;
    private static final int MAX_BYTES = 3_145_728;
    private static final Page BLANK = new Page("", ByteString.EMPTY, new Title(""), new JsonText("0"));

    static Stream<Arguments> tooMuch() {
        var text = "x".repeat(MAX_CHARACTERS + 1);
        var bytes = ByteString.copyFrom(new byte[MAX_BYTES + 1]);
        return Stream.of(
                Arguments.of(BLANK.with(text), "text: 4194305 characters (expected: at most 4194304)"),
                Arguments.of(BLANK.with(bytes), "bytes: 3145729 bytes (expected: at most 3145728)"),
                Arguments.of(BLANK.with(new Title(text)), "title: 4194305 characters (expected: at most 4194304)"),
                Arguments.of(BLANK.with(json("[\"" + text + "\"]")), "drawn: JSON beyond its limits"));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void refusesWhatNoReaderOfJsonTakes(Page page, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(BLANK, page))
                .withMessageStartingWith(why);
    }

    /// Where it is replayed.
    @ParameterizedTest
    @MethodSource("tooMuch")
    void takesItFromABuildThatTookIt(Page page, String why) {
        assertThatCode(() -> MODEL.under(0).check(BLANK, page)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.under(StorableModel.RULES).check(BLANK, page))
                .withMessageStartingWith(why);
    }

    @Test
    void takesAsMuchAsReadersOfJsonDo() throws Exception {
        var text = "x".repeat(MAX_CHARACTERS);
        var page = new Page(text, ByteString.copyFrom(new byte[MAX_BYTES]), new Title(text), json("\"" + text + "\""));
        var codec = JsonCodec.of(Page.class);

        MODEL.check(page);

        assertThat(codec.decode(codec.encode(page)).equals(page)).isTrue();
        assertThatCode(() -> JsonPatches.apply(new JsonText(codec.encode(page)), json("[]")))
                .doesNotThrowAnyException();
    }

    /// Escaped, it stands in no text of ours, and in each one that is read.
    @ParameterizedTest
    @MethodSource("halves")
    void refusesHalfOfASurrogatePairThatIsEscaped(String drawn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(BLANK, BLANK.with(json(drawn))))
                .withMessage("drawn: half of a surrogate pair");
    }

    static Stream<String> halves() {
        return Stream.of("\"\\ud83d\"", "[0,\"\\ude00\\ud83d\"]", "{\"\\ud83d\":0}");
    }

    static Stream<Arguments> noJson() {
        return Stream.of(
                Arguments.of("1 2", "more than one value"),
                Arguments.of("[1] []", "more than one value"),
                Arguments.of("/**/", "not strict JSON"),
                Arguments.of("[1", "not strict JSON"),
                Arguments.of("{\"a\":1,\"a\":2}", "not strict JSON"),
                Arguments.of("{\"" + "n".repeat(1025) + "\":0}", "JSON beyond its limits"));
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void refusesWhatIsNotOneValueOfJson(String drawn, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.check(BLANK, BLANK.with(json(drawn))))
                .withMessageStartingWith("drawn: " + why);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.under(0).check(BLANK, BLANK.with(json(drawn))))
                .withMessageStartingWith("drawn: " + why);
    }

    private static JsonText json(String text) {
        return new JsonText(text);
    }

    @Inline
    record Title(String value) {}

    record Page(
            @Member(1) String text,
            @Member(2) ByteString bytes,
            @Member(3) Title title,
            @Member(4) JsonText drawn) {

        Page with(String other) {
            return new Page(other, bytes, title, drawn);
        }

        Page with(ByteString other) {
            return new Page(text, other, title, drawn);
        }

        Page with(Title other) {
            return new Page(text, bytes, other, drawn);
        }

        Page with(JsonText other) {
            return new Page(text, bytes, title, other);
        }
    }
}
