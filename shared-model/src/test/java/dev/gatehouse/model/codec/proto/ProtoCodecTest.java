package dev.gatehouse.model.codec.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Arena;
import dev.gatehouse.model.codec.Arena.Envelope;
import dev.gatehouse.model.codec.Arena.Lists;
import dev.gatehouse.model.codec.Arena.Maps;
import dev.gatehouse.model.codec.Arena.Order;
import dev.gatehouse.model.codec.Arena.Point;
import dev.gatehouse.model.codec.ArenaValues;
import dev.gatehouse.model.codec.Chain;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcollections.TreePMap;

class ProtoCodecTest {

    private static final ProtoCodec<Envelope> ENVELOPES = ProtoCodec.of(Envelope.class);

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static DecodeException refusal(byte[] bytes) {
        return catchThrowableOfType(DecodeException.class, () -> ENVELOPES.decode(bytes));
    }

    @Test
    void writesTheBytesOfTheSpecification() {
        var envelope =
                new Envelope(150L, null, new Order.Go(new Point(1, -1), "a", new Encoded.Proto(ByteString.EMPTY)));

        assertThat(HexFormat.of().formatHex(ENVELOPES.encode(envelope)))
                .isEqualTo("08" + "9601" + "5a" + "12" + "0a0d" + "0801" + "10ffffffffffffffffff01" + "1201" + "61");
    }

    @Test
    void takesAbsentMembersForTheirDefaults() throws Exception {
        assertThat(ENVELOPES.decode(hex("5a00")))
                .isEqualTo(new Envelope(
                        null, null, new Order.Go(new Point(0, 0), null, new Encoded.Proto(ByteString.EMPTY))));
    }

    @Test
    void passesFieldsThatItDoesNotKnow() throws Exception {
        assertThat(ENVELOPES.decode(hex("f80601" + "5200" + "fa0602ffff")))
                .isEqualTo(new Envelope(null, null, new Order.Stop()));
    }

    @Test
    void letsTheLastOfSeveralCasesHold() throws Exception {
        assertThat(ENVELOPES.decode(hex("5a00" + "5200")).order()).isEqualTo(new Order.Stop());
    }

    @Test
    void readsNumbersOneByOneAsWellAsPacked() throws Exception {
        var lists = ProtoCodec.of(Lists.class).decode(hex("0801" + "0a020203" + "0804"));

        assertThat(lists.numbers()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "'', message or order: missing",
        "08, truncated",
        "0a00, wrong wire type",
        "5a05, length beyond the end",
        "5a020a05, length beyond its message",
        "5a0312c328, not UTF-8",
        "5a0408ffffff, truncated number inside",
        "00, number 0",
        "53, begins a group",
        "54, ends a group",
        "5aff, truncated length",
        "5affffffff0f, negative length"
    })
    void refusesWhatIsNotOneMessage(String bytes, String why) {
        assertThat(refusal(hex(bytes)).kind()).as(why).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void tellsAnUnknownTypeFromNonsense() {
        assertThat(refusal(hex("0801" + "f2060100")).kind()).isEqualTo(Kind.UNKNOWN_TYPE);
        assertThat(refusal(hex("0801"))).hasMessage("order: missing");
    }

    @Test
    void saysWhereItIsWrong() {
        assertThat(refusal(hex("5a0312c328" + "00"))).hasMessageStartingWith("order.why: ");
    }

    @Test
    void refusesToGoDeeperThanItsLimit() {
        var chain = chain(ProtoCodec.MAX_DEPTH + 1);

        var refused = catchThrowableOfType(
                DecodeException.class, () -> ProtoCodec.of(Chain.class).decode(chain));

        assertThat(refused.getMessage()).endsWith("nested deeper than 64");
    }

    private static byte[] chain(int messages) {
        Chain chain = new Chain.Link(null);
        for (int i = 0; i < messages; i++) {
            chain = new Chain.Link(chain);
        }
        return ProtoCodec.of(Chain.class).encode(chain);
    }

    @Test
    void neverFailsOtherwiseOnDamagedInput() throws Exception {
        var random = new SplittableRandom(42);
        var codec = ProtoCodec.of(Arena.class);
        for (int i = 0; i < 1000; i++) {
            var bytes = codec.encode(new ArenaValues(i % 50).arena());
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(codec.encode(codec.decode(bytes))).isNotNull();
            } catch (DecodeException e) {
                assertThat(e.getMessage()).hasSizeLessThanOrEqualTo(DecodeException.MAX_MESSAGE_LENGTH);
            }
        }
    }

    @Test
    void refusesTheEndOfAGroupInAMapEntry() {
        var refused = catchThrowableOfType(
                DecodeException.class, () -> ProtoCodec.of(Maps.class).decode(hex("0a01" + "54")));

        assertThat(refused).hasMessageStartingWith("counts: ");
    }

    @Test
    void refusesToWriteAMapInAnOrderOfItsOwn() {
        var maps = new Maps(
                TreePMap.<String, Integer>empty(Comparator.reverseOrder())
                        .plus("a", 1)
                        .plus("b", 2),
                TreePMap.empty(),
                TreePMap.empty(Comparator.comparing(Arena.ItemId::value)),
                TreePMap.empty(Comparator.comparingInt(Arena.Level::value)),
                TreePMap.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtoCodec.of(Maps.class).encode(maps))
                .withMessageContaining("expected: ascending");
    }

    @Test
    void refusesToWriteJsonIntoProtobuf() {
        var mixed = new Envelope(null, null, new Order.Go(new Point(0, 0), null, new Encoded.Json("{}")));

        assertThatIllegalArgumentException().isThrownBy(() -> ENVELOPES.encode(mixed));
    }

    @Test
    void refusesJsonThatIsNone() {
        var bytes = ProtoCodec.of(Message.class).encode(new Message(List.of("{\"a\":1,\"a\":2}")));

        var refused = catchThrowableOfType(
                DecodeException.class, () -> ProtoCodec.of(Documents.class).decode(bytes));

        assertThat(refused).hasMessage("texts[0]: not strict JSON at character 10");
    }

    record Message(@Member(1) List<String> texts) {}

    record Documents(@Member(1) List<JsonText> texts) {}

    @Test
    void readsTheEntriesOfAMapInAnyOrderAndTakesTheLastOfAKey() throws Exception {
        byte[] bytes = {10, 5, 10, 1, 'b', 16, 1, 10, 5, 10, 1, 'a', 16, 2, 10, 5, 10, 1, 'b', 16, 3};

        var counts = ProtoCodec.of(Maps.class).decode(bytes).counts();

        assertThat(counts)
                .isEqualTo(TreePMap.<String, Integer>empty().plus("a", 2).plus("b", 3));
        assertThat(counts.firstKey()).isEqualTo("a");
    }
}
