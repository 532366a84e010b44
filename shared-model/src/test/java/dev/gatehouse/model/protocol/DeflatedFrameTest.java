package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedFrameTest {

    private static final ByteString LONG = ByteString.copyFromUtf8("x".repeat(100_000));

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasDeflated(Encoding encoding) throws DecodeException {
        var codec = FrameCodec.of(encoding);
        var deflated = codec.deflate(LONG);

        assertThat(deflated.size()).isLessThan(1_000);
        assertThat(codec.inflate(deflated.toByteArray(), LONG.size())).isEqualTo(LONG.toByteArray());
    }

    @ParameterizedTest
    @EnumSource
    void stopsAtTheLimit(Encoding encoding) {
        var deflated = FrameCodec.of(encoding).deflate(LONG).toByteArray();

        assertThat(refusal(encoding, deflated, LONG.size() - 1).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void leavesEveryOtherFrameAsItIs(Encoding encoding) throws DecodeException {
        var codec = FrameCodec.of(encoding);
        for (var example : ClientExamples.in(encoding).values()) {
            var frame = codec.encode(example).toByteArray();

            assertThat(codec.inflate(frame, 1)).isSameAs(frame);
        }
        assertThat(codec.inflate(new byte[0], 1)).isEmpty();
    }

    @Test
    void readsTheJsonOfOthers() throws DecodeException {
        var theirs = " {\n\"z\" : \"eJyrrgUAAXUA+Q==\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(FrameCodec.of(Encoding.JSON).inflate(theirs, 2)).asString().isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"z\":\"\"}",
                "{\"z\":\"AAAA\"}",
                "{\"z\":\"eJyrrgUAAXUA\"}",
                "{\"z\":\"eJyrrgUAAXUA+QAA\"}",
                "{\"z\":\"!\"}",
                "{\"z\":7}",
                "{\"z\""
            })
    void refusesWhatIsNotDeflated(String json) {
        assertThat(refusal(Encoding.JSON, json.getBytes(StandardCharsets.UTF_8), 100)
                        .kind())
                .isEqualTo(Kind.MALFORMED);
    }

    private static DecodeException refusal(Encoding encoding, byte[] frame, int limit) {
        return catchThrowableOfType(
                DecodeException.class, () -> FrameCodec.of(encoding).inflate(frame, limit));
    }
}
