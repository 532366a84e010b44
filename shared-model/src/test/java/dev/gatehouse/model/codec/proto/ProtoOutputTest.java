package dev.gatehouse.model.codec.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Beside protobuf's own.
class ProtoOutputTest {

    private final ProtoOutput out = new ProtoOutput(0);

    private interface Writing {
        void to(CodedOutputStream out) throws IOException;
    }

    private static byte[] theirs(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        writing.to(out);
        out.flush();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void writesNumbers(long value) throws IOException {
        out.varint(value);
        out.fixed64(value);
        out.fixed32((int) value);

        assertThat(out.toByteArray()).isEqualTo(theirs(other -> {
            other.writeInt64NoTag(value);
            other.writeFixed64NoTag(value);
            other.writeFixed32NoTag((int) value);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 2_047, 2_048, 18_999, 536_870_911})
    void writesTags(int number) throws IOException {
        out.tag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);

        assertThat(out.toByteArray())
                .isEqualTo(theirs(other -> other.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 41, 42, 43, 127, 128, 5_000})
    void writesTexts(int length) throws IOException {
        for (var unit : new String[] {"a", "\u007f", "\u0080", "\u00e9", "\u20ac", "\ud83d\ude00", "\ud83d"}) {
            var text = unit.repeat(length);
            out.clear();
            out.text(text);
            out.text("a" + text);

            assertThat(out.toByteArray()).isEqualTo(theirs(other -> {
                other.writeStringNoTag(text);
                other.writeStringNoTag("a" + text);
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152})
    void fillsInALengthBehindWhatItMeasures(int length) throws IOException {
        var inside = ByteString.copyFromUtf8("x".repeat(length));
        int outer = out.begin();
        int inner = out.begin();
        out.raw(inside);
        out.end(inner);
        out.bytes(inside);
        out.end(outer);

        var once = theirs(other -> other.writeBytesNoTag(inside));
        assertThat(out.toByteArray())
                .isEqualTo(theirs(other -> other.writeByteArrayNoTag(ByteString.copyFrom(once)
                        .concat(ByteString.copyFrom(once))
                        .toByteArray())));
    }

    @Test
    void isUsedAgain() {
        out.varint(300);
        out.clear();
        out.varint(7);

        assertThat(out.toByteArray()).containsExactly(7);
        assertThat(out.array()).startsWith(7);
        assertThat(out.size()).isEqualTo(1);
    }
}
