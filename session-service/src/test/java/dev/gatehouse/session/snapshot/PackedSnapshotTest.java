package dev.gatehouse.session.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import dev.gatehouse.model.codec.Zlib;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class PackedSnapshotTest {

    private static final ByteString LARGE = ByteString.copyFromUtf8("gold ".repeat(10_000));

    /// In bytes.
    private static final int HEADER = 5;

    @Test
    void deflatesALargeOne() throws DecodeException {
        var packed = PackedSnapshot.pack(LARGE);

        assertThat(packed.size()).isLessThan(LARGE.size() / 20);
        assertThat(PackedSnapshot.unpack(packed)).isEqualTo(LARGE);
    }

    @Test
    void leavesASmallOneAsItIs() throws DecodeException {
        var small = LARGE.substring(0, PackedSnapshot.DEFLATE_FROM - 1);

        assertThat(PackedSnapshot.pack(small).substring(HEADER)).isEqualTo(small);
        assertThat(PackedSnapshot.unpack(PackedSnapshot.pack(small))).isEqualTo(small);
        assertThat(PackedSnapshot.unpack(PackedSnapshot.pack(ByteString.EMPTY))).isEmpty();
    }

    @Test
    void leavesWhatDoesNotGetSmaller() {
        var random = new byte[10_000];
        new Random(7).nextBytes(random);
        var noise = ByteString.copyFrom(random);

        assertThat(PackedSnapshot.pack(noise).substring(HEADER)).isEqualTo(noise);
    }

    @Test
    void startsWithItsFormAndAChecksum() {
        assertThat(PackedSnapshot.pack(ByteString.copyFromUtf8("gold")))
                .isEqualTo(ByteString.fromHex("00" + "bf2f27ed" + "676f6c64"));
    }

    @Test
    void refusesEveryOneWithAFlippedBit() {
        for (var packed : List.of(PackedSnapshot.pack(LARGE), PackedSnapshot.pack(LARGE.substring(0, 100)))) {
            for (int bit = 0; bit < packed.size() * Byte.SIZE; bit++) {
                assertThat(refusal(flipped(packed, bit)).kind())
                        .as("bit %d", bit)
                        .isEqualTo(Kind.MALFORMED);
            }
        }
    }

    @Test
    void refusesOneThatIsCutShort() {
        var packed = PackedSnapshot.pack(LARGE.substring(0, 100));

        for (int size = 0; size < packed.size(); size++) {
            assertThat(refusal(packed.substring(0, size)).kind())
                    .as("%d bytes", size)
                    .isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void refusesAFormThatItDoesNotKnow() {
        assertThat(refusal(packed(2, ByteString.EMPTY))).hasMessage("snapshot: form 2 (expected: 0 or 1)");
    }

    @Test
    void inflatesNoMoreThanWasEverDeflated() {
        var bomb = packed(1, Zlib.deflate(ByteString.copyFrom(new byte[PackedSnapshot.DEFLATE_UP_TO + 1])));

        assertThat(refusal(bomb).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    private static ByteString packed(int form, ByteString content) {
        var formByte = ByteString.copyFrom(new byte[] {(byte) form});
        var crc = new CRC32C();
        crc.update(formByte.concat(content).asReadOnlyByteBuffer());
        return formByte.concat(ByteString.fromHex("%08x".formatted(crc.getValue())))
                .concat(content);
    }

    private static ByteString flipped(ByteString bytes, int bit) {
        var flipped = bytes.toByteArray();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return ByteString.copyFrom(flipped);
    }

    private static DecodeException refusal(ByteString stored) {
        return catchThrowableOfType(DecodeException.class, () -> PackedSnapshot.unpack(stored));
    }
}
