package dev.gatehouse.model.codec.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against published values: xxHash's own self-test and python-xxhash's documentation.
class XxHash64Test {

    @ParameterizedTest
    @CsvSource({
        "0, EF46DB3751D8E999",
        "1, E934A84ADB052768",
        "4, 9136A0DCA57457EE",
        "14, 8282DCC4994E35C8",
        "222, B641AE8CB691C174"
    })
    void agreesWithTheSelfTestOfXxHash(int length, String expected) {
        var bytes = new byte[length];
        long generator = 2654435761L;
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (generator >>> 56);
            generator *= 0x9E3779B185EBCA8DL;
        }

        assertThat(Long.toHexString(XxHash64.hash(bytes, length))).isEqualToIgnoringCase(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "Nobody inspects the spammish repetition, fbcea83c8a378bf1"
    })
    void agreesOnTexts(String text, String expected) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Long.toHexString(XxHash64.hash(bytes, bytes.length))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 64, 65, 1_700})
    void hashesElementsLikeTheBytesOfTheirIndexesAndHashes(int count) {
        var elements = new HashNode[count];
        var bytes = ByteBuffer.allocate(16 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            elements[i] = new HashNode(null, "", 0x9E3779B185EBCA8DL * (i + 1), HashNode.NONE);
            bytes.putLong(i).putLong(elements[i].hash());
        }

        assertThat(XxHash64.hash(elements)).isEqualTo(XxHash64.hash(bytes.array(), bytes.capacity()));
    }

    @Test
    void readsNoFurtherThanTold() {
        assertThat(XxHash64.hash(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3))
                .isEqualTo(XxHash64.hash(new byte[] {1, 2, 3}, 3));
    }
}
