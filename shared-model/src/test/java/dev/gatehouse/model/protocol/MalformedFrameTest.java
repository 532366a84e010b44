package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a stranger may send instead of a frame. Every refusal names the place, and none repeats what was there.
class MalformedFrameTest {

    private static final String HELLO = """
            {"type":"hello","protocol":1,"gameId":"goldrush","client":{"version":"1","platform":"web"}%s}""";

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            ``                                                              => not an object
            hello                                                           => not strict JSON
            []                                                              => not an object
            null                                                            => not an object
            {"type":"ping","id":1                                           => not strict JSON
            {"type":"ping","id":1} {}                                       => more than one value
            {"type":"ping","id":1,"id":2}                                   => not strict JSON
            {"type":"ping","type":"pong","id":1}                            => not strict JSON
            {'type':'ping','id':1}                                          => not strict JSON
            {"type":"ping","id":1,}                                         => not strict JSON
            {}                                                              => has no type
            {"id":1}                                                        => has no type
            {"type":7,"id":1}                                               => type: not a string
            {"type":"ping","id":"1"}                                        => ping.id: not a whole number
            {"type":"ping","id":1.5}                                        => ping.id: not a whole number
            {"type":"ping","id":9223372036854775808}                        => ping.id: out of range (expected: 64 bits)
            {"type":"ping","id":[1]}                                        => ping.id: not a whole number
            {"type":"ping","id":1,"seq":1}                                  => seq: on a control message
            {"type":"ping","id":1,"ack":-1}                                 => ack: -1 (expected: >= 0)
            {"type":"ping","id":1,"ack":"1"}                                => ack: not a whole number
            {"type":"flush","ops":[]}                                       => seq: absent
            {"type":"flush","seq":0,"ops":[]}                               => seq: 0 (expected: >= 1)
            {"type":"flush","seq":1,"ops":{}}                               => flush.ops: not a list
            {"type":"flush","seq":1,"ops":[{"ticks":1},{"ticks":"x"}]}      => flush.ops[1].ticks: not a whole number
            {"type":"flush","seq":1,"ops":[{"ticks":1},{}]}                 => flush.ops[1]: op: 0 members
            {"type":"flush","seq":1,"ops":[{"ticks":1,"serverAction":2}]}   => flush.ops[0]: op: 2 members
            {"type":"flush","seq":1,"ops":[{"ticks":4294967296}]}           => flush.ops[0].ticks: out of range
            {"type":"flush","seq":1,"ops":[{"action":{"code":"x"}}]}        => flush.ops[0].action.code: not a whole number
            {"type":"flush","seq":1,"ops":[{"action":{"code":1,"args":3}}]} => flush.ops[0].action.args: not an object
            {"type":"hello","protocol":1,"gameId":"","client":{}}           => hello.gameId: game id: 0 characters
            {"type":"hello","protocol":1,"client":{}}                       => hello.gameId: game id: 0 characters
            {"type":"hello","protocol":1,"gameId":"g","client":"1.4.2"}     => hello.client: not an object
            """)
    void refusesInJson(String frame, String expected) {
        var refusal = refusal(FrameCodec.of(Encoding.JSON), frame.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal.kind()).isEqualTo(DecodeException.Kind.MALFORMED);
        assertThat(refusal).hasMessageStartingWith(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            07                           => invalid tag
            72                           => While parsing a protocol message
            7203                         => While parsing a protocol message
            72020801ff                   => While parsing a protocol message
            7003                         => message: wire type 0 (expected: 2)
            7202                         => While parsing a protocol message
            0a0101                       => seq: wire type 2 (expected: 0)
            1003                         => message: missing
            ``                           => message: missing
            0801720208 01                => seq: on a control message
            a20100                       => seq: absent
            0801a201060a0408011801       => ops[0]: op: 2 members
            """)
    void refusesInProtobuf(String hex, String expected) {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        var refusal = refusal(FrameCodec.of(Encoding.PROTO), bytes);

        assertThat(refusal.kind()).isEqualTo(DecodeException.Kind.MALFORMED);
        assertThat(refusal).hasMessageContaining(expected);
    }

    @Test
    void tellsAnUnknownMessageFromAMalformedOne() {
        var json = refusal(FrameCodec.of(Encoding.JSON), utf8("{\"type\":\"teleport\",\"seq\":1}"));
        var proto = refusal(FrameCodec.of(Encoding.PROTO), HexFormat.of().parseHex("08019a0600"));

        assertThat(json.kind()).isEqualTo(DecodeException.Kind.UNKNOWN_TYPE);
        assertThat(proto.kind()).isEqualTo(DecodeException.Kind.UNKNOWN_TYPE);
    }

    @Test
    void refusesNestingBeyondAnyUse() {
        var deep = HELLO.formatted(",\"extra\":" + "[".repeat(100_000) + "]".repeat(100_000));

        assertThat(refusal(FrameCodec.of(Encoding.JSON), utf8(deep))).hasMessageContaining("JSON beyond its limits");
    }

    @Test
    void refusesGroupsNestedBeyondAnyUse() {
        var groups = HexFormat.of().parseHex("4b".repeat(100_000));

        assertThat(refusal(FrameCodec.of(Encoding.PROTO), groups)).hasMessageContaining("too many levels of nesting");
    }

    @Test
    void refusesAStringBeyondAnyUse() {
        var endless = HELLO.formatted(",\"token\":\"" + "x".repeat(5 << 20) + "\"");

        assertThat(refusal(FrameCodec.of(Encoding.JSON), utf8(endless))).hasMessageContaining("JSON beyond its limits");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] latin1 = HELLO.formatted(",\"token\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(FrameCodec.of(Encoding.JSON), latin1)).hasMessage("not UTF-8");
    }

    @Test
    void neverRepeatsASecret() {
        var token = HELLO.formatted(",\"token\":\"eyJ.secret\"").replace("\"eyJ.secret\"", "[\"eyJ.secret\"]");

        assertThat(refusal(FrameCodec.of(Encoding.JSON), utf8(token)))
                .hasMessage("hello.token: not a string")
                .hasMessageNotContaining("secret");
    }

    @Test
    void ignoresMembersItDoesNotKnow() throws DecodeException {
        var json = utf8("{\"flags\":[{\"type\":\"hello\"}],\"type\":\"ping\",\"id\":3,\"later\":{\"a\":null}}");
        var proto = HexFormat.of().parseHex("9a060161" + "720708039a0602" + "6162");

        assertThat(FrameCodec.of(Encoding.JSON).decodeClient(json)).isEqualTo(new ClientFrame(null, null, new Ping(3)));
        assertThat(FrameCodec.of(Encoding.PROTO).decodeClient(proto))
                .isEqualTo(new ClientFrame(null, null, new Ping(3)));
    }

    @Test
    void takesMembersInAnyOrder() throws DecodeException {
        var json = utf8("{\"ops\":[{\"ticks\":2}],\"seq\":1,\"checksum\":null,\"type\":\"flush\"}");

        assertThat(FrameCodec.of(Encoding.JSON).decodeClient(json).seq()).isEqualTo(1);
    }

    private static DecodeException refusal(FrameCodec codec, byte[] frame) {
        return catchThrowableOfType(DecodeException.class, () -> codec.decodeClient(frame));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
