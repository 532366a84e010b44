package dev.gatehouse.model.codec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Arena;
import dev.gatehouse.model.codec.Arena.Envelope;
import dev.gatehouse.model.codec.Arena.Maps;
import dev.gatehouse.model.codec.Arena.Numbers;
import dev.gatehouse.model.codec.Arena.Optionals;
import dev.gatehouse.model.codec.Arena.Order;
import dev.gatehouse.model.codec.Arena.Point;
import dev.gatehouse.model.codec.Arena.Shape;
import dev.gatehouse.model.codec.ArenaValues;
import dev.gatehouse.model.codec.Chain;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.schema.Encoded;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

    private static final JsonCodec<Envelope> ENVELOPES = JsonCodec.of(Envelope.class);
    private static final JsonCodec<Numbers> NUMBERS = JsonCodec.of(Numbers.class);

    private static DecodeException refusal(String text) {
        return catchThrowableOfType(DecodeException.class, () -> ENVELOPES.decode(text));
    }

    @Test
    void writesAMessageWithItsTypeFirstAndEveryMemberOfItsOwn() {
        var envelope = new Envelope(7L, null, new Order.Go(new Point(1, 0), null, new Encoded.Json("{ \"a\":1}")));

        assertThat(ENVELOPES.encode(envelope))
                .isEqualTo("{\"type\":\"go\",\"seq\":7,\"to\":{\"x\":1,\"y\":0},\"why\":null,\"details\":{ \"a\":1}}");
    }

    @Test
    void leavesAbsentMembersOutOfRecordsInside() {
        assertThat(JsonCodec.of(Optionals.class)
                        .encode(new Optionals(null, null, null, null, null, null, new Point(0, 0), null)))
                .isEqualTo("{\"point\":{\"x\":0,\"y\":0}}");
        assertThat(JsonCodec.of(Shape.class).encode(new Shape.Circle(new Point(1, 2), null)))
                .isEqualTo("{\"type\":\"circle\",\"center\":{\"x\":1,\"y\":2},\"radius\":null}");
    }

    @Test
    void namesThingsAsTheContractDoes() {
        assertThat(JsonCodec.of(Arena.class).encode(ArenaValues.PLAIN))
                .contains("\"lasting\":3,\"since\":4,\"color\":\"sky-blue\",\"exact\":\"-2.5\"")
                .contains("\"bytes\":\"Ynl0ZXM=\",\"item\":\"sword\",\"level\":7,\"json\":[1]")
                .contains("\"counts\":{\"gold\":5}");
    }

    @Test
    void takesTheTypeWhereverItStands() throws Exception {
        var last = ENVELOPES.decode("{\"to\":{\"x\":1},\"details\":{\"type\":\"stop\"},\"seq\":3,\"type\":\"go\"}");

        assertThat(last)
                .isEqualTo(new Envelope(
                        3L, null, new Order.Go(new Point(1, 0), null, new Encoded.Json("{\"type\":\"stop\"}"))));
    }

    @Test
    void refusesAMemberOfAnOrderThatItDoesNotKnowAndNamesIt() throws Exception {
        var orders = JsonCodec.ofOrder(Envelope.class);

        assertThat(orders.decode("{\"type\":\"go\"}")).isEqualTo(ENVELOPES.decode("{\"type\":\"go\"}"));
        assertThat(orders.decode("{\"to\":{\"x\":1},\"type\":\"go\"}"))
                .isEqualTo(ENVELOPES.decode("{\"type\":\"go\",\"to\":{\"x\":1}}"));
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> orders.decode("{\"type\":\"go\",\"new\":{\"type\":[{}]}}"))
                .withMessage("go.new: unknown");
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> orders.decode("{\"type\":\"go\",\"to\":{\"x\":1,\"z\":2}}"))
                .withMessage("go.to.z: unknown");
    }

    @Test
    void takesAbsentMembersForTheirDefaultsAndPassesUnknownOnes() throws Exception {
        var go = ENVELOPES.decode("{\"type\":\"go\",\"new\":{\"type\":[{}]},\"seq\":null,\"to\":null}");

        assertThat(go).isEqualTo(new Envelope(null, null, new Order.Go(new Point(0, 0), null, new Encoded.Json("{}"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"stop\"",
                "{",
                "{}",
                "{\"seq\":1}",
                "{\"type\":1}",
                "{\"seq\":1,\"type\":null}",
                "{\"type\":\"stop\"} {}",
                "{\"type\":\"stop\"}x",
                "{\"type\":\"stop\",\"type\":\"go\"}",
                "{\"type\":\"stop\",\"seq\":1,\"seq\":1}",
                "{\"type\":\"stop\",\"unknown\":{\"a\":1,\"a\":2}}",
                "{\"seq\":1,\"type\":\"stop\",\"type\":\"stop\"}",
                "{\"type\":\"stop\",\"seq\":1.0}",
                "{\"type\":\"stop\",\"seq\":\"1\"}",
                "{\"type\":\"stop\",\"seq\":01}",
                "{\"type\":\"stop\",\"seq\":9223372036854775808}",
                "{\"type\":\"stop\",\"seq\":1e400}",
                "{\"type\":\"stop\",}",
                "{'type':'stop'}",
                "{\"type\":\"stop\"/**/}",
                "{\"type\":\"go\",\"details\":[]}",
                "{\"type\":\"go\",\"details\":\"text\"}",
                "{\"type\":\"go\",\"to\":{\"x\":NaN}}",
                "{\"type\":\"go\",\"why\":\"\\ud800\"}",
                "{\"type\":\"go\",\"why\":\"\\udc00\\ud800\"}",
                "{\"type\":\"go\",\"why\":\"\u0001\"}",
            })
    void refusesWhatIsNotOneStrictMessage(String text) {
        assertThat(refusal(text).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void tellsAnUnknownTypeFromNonsense() {
        assertThat(refusal("{\"type\":\"fly\",\"seq\":1}").kind()).isEqualTo(Kind.UNKNOWN_TYPE);
        assertThat(refusal("{\"seq\":1,\"type\":\"fly\"}").kind()).isEqualTo(Kind.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"go\",\"to\":{\"y\":2147483648}} | go.to.y: out of range (expected: 32 bits)",
                "{\"type\":\"go\",\"why\":7} | go.why: not a string",
                "{\"ack\":true,\"type\":\"go\"} | ack: not a whole number",
                "{\"type\":7,\"ack\":1} | type: not a string",
                "{\"ack\":1,\"type\":7} | type: not a string",
                "{\"ack\":1} | has no type",
                "{\"type\":\"go\",\"type\":7} | not strict JSON at character 19"
            })
    void saysWhereItIsWrong(String text, String message) {
        assertThat(refusal(text)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0.1\"", "\"2147483648\"", "\"1e3\"", "\"\"", "1.5"})
    void readsOnlyExactFixedPointNumbers(String exact) {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> NUMBERS.decode("{\"exact\":" + exact + "}"))
                .withMessageStartingWith("exact: not a");
    }

    @Test
    void saysWhichWordsMayStandForAnEnum() {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> JsonCodec.of(PlayerEvent.class)
                        .decode("{\"id\":\"1\",\"instanceId\":\"gi\",\"playerId\":\"ann\",\"event\":\"JOINED\"}"))
                .withMessageEndingWith("event: none of joined, left");
    }

    @Test
    void namesTheElementThatIsWrong() {
        var refused = catchThrowableOfType(
                DecodeException.class,
                () -> JsonCodec.of(Arena.class)
                        .decode(
                                "{\"lists\":{\"shapes\":[{\"type\":\"unit-square\"},{\"type\":\"circle\",\"radius\":[]}]}}"));

        assertThat(refused).hasMessage("lists.shapes[1].circle.radius: not a whole number");
    }

    @Test
    void repeatsNothingOfTheInput() {
        assertThat(refusal("{\"type\":\"go\",\"why\":secret-token}").getMessage())
                .doesNotContain("secret")
                .hasSizeLessThanOrEqualTo(DecodeException.MAX_MESSAGE_LENGTH);
        assertThat(refusal("{\"type\":\"secret-token\"}").getMessage()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[", "{\"type\":\"go\",\"to\":"})
    void refusesToGoDeeperThanItsLimit(String step) {
        assertThat(refusal("{\"type\":\"go\",\"details\":" + step.repeat(100_000))
                        .kind())
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void readsToItsLimitOfDepth() throws Exception {
        var deep = "{\"a\":".repeat(62) + "1" + "}".repeat(62);

        var read = ENVELOPES.decode("{\"type\":\"go\",\"details\":{\"a\":" + deep + "}}");

        assertThat(read.order())
                .isEqualTo(new Order.Go(new Point(0, 0), null, new Encoded.Json("{\"a\":" + deep + "}")));
    }

    @Test
    void refusesStringsBeyondItsLimit() {
        var text = "x".repeat(JsonCodec.MAX_STRING_LENGTH + 1);

        assertThat(refusal("{\"type\":\"go\",\"why\":\"" + text + "\"}")).hasMessageContaining("beyond its limits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "\"infinity\"", "\"1\"", "null1"})
    void refusesNumbersThatAreNone(String number) {
        var refused = catchThrowableOfType(DecodeException.class, () -> NUMBERS.decode("{\"real\":" + number + "}"));

        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void keepsWholeNumbersWhole() throws Exception {
        assertThat(NUMBERS.decode("{\"big\":-9223372036854775808}").big()).isEqualTo(Long.MIN_VALUE);
        assertThat(NUMBERS.decode("{\"big\":9007199254740993}").big()).isEqualTo(9007199254740993L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"places\":{\"07\":{}}}", "{\"places\":{\"1.0\":{}}}", "{\"names\":{\"2147483648\":\"\"}}"})
    void refusesKeysThatAreNotPlainNumbers(String text) {
        var refused = catchThrowableOfType(
                DecodeException.class, () -> JsonCodec.of(Maps.class).decode(text));

        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var bytes = "{\"type\":\"go\",\"why\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        bytes[20] = (byte) 0xC3;

        var refused = catchThrowableOfType(DecodeException.class, () -> ENVELOPES.decode(bytes));

        assertThat(refused).hasMessage("not UTF-8");
    }

    @Test
    void refusesBase64ThatIsNone() {
        var refused = catchThrowableOfType(
                DecodeException.class, () -> JsonCodec.of(Arena.class).decode("{\"texts\":{\"bytes\":\"a\"}}"));

        assertThat(refused).hasMessage("texts.bytes: not base64");
    }

    @Test
    void refusesToWriteProtobufIntoJson() {
        var mixed = new Envelope(null, null, new Order.Go(new Point(0, 0), null, new Encoded.Proto(ByteString.EMPTY)));

        assertThatIllegalArgumentException().isThrownBy(() -> ENVELOPES.encode(mixed));
    }

    @Test
    void stopsLookingAheadWhereEveryTypeIsLast() {
        var text = new StringBuilder();
        int depth = 60;
        text.append("{\"next\":".repeat(depth)).append("null");
        text.append(",\"type\":\"link\"}".repeat(depth));

        var refused = catchThrowableOfType(
                DecodeException.class, () -> JsonCodec.of(Chain.class).decode(text.toString()));

        assertThat(refused.getMessage()).contains("type is not first in too many objects");
    }
}
