package dev.gatehouse.session.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import dev.gatehouse.model.codec.Zlib;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedSnapshotTest {

    /// As any message of protobuf: it starts with the tag of its first member.
    private static final ByteString LARGE = ByteString.copyFromUtf8("\n" + "gold ".repeat(10_000));

    @Test
    void deflatesALargeOne() throws DecodeException {
        var packed = PackedSnapshot.pack(LARGE);

        assertThat(packed.size()).isLessThan(LARGE.size() / 20);
        assertThat(PackedSnapshot.unpack(packed)).isEqualTo(LARGE);
    }

    @Test
    void leavesASmallOneAsItIs() throws DecodeException {
        var small = LARGE.substring(0, PackedSnapshot.DEFLATE_FROM - 1);

        assertThat(PackedSnapshot.pack(small)).isSameAs(small);
        assertThat(PackedSnapshot.unpack(small)).isSameAs(small);
    }

    @Test
    void readsWhatWasStoredBeforeThereWasAPackedForm() throws DecodeException {
        assertThat(PackedSnapshot.unpack(LARGE)).isSameAs(LARGE);
        assertThat(PackedSnapshot.unpack(ByteString.EMPTY)).isEmpty();
    }

    @Test
    void leavesWhatDoesNotGetSmaller() {
        var random = new byte[10_000];
        new Random(7).nextBytes(random);
        random[0] = '\n';
        var noise = ByteString.copyFrom(random);

        assertThat(PackedSnapshot.pack(noise)).isSameAs(noise);
    }

    @Test
    void refusesADamagedOne() {
        var packed = PackedSnapshot.pack(LARGE);
        var middle = packed.size() / 2;
        var flipped = ByteString.copyFrom(new byte[] {(byte) ~packed.byteAt(middle)});
        var damaged = packed.substring(0, middle).concat(flipped).concat(packed.substring(middle + 1));

        assertThat(refusal(damaged).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refusal(packed.substring(0, packed.size() - 1)).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void inflatesNoMoreThanWasEverPacked() {
        var bomb = packed(ByteString.copyFrom(new byte[PackedSnapshot.DEFLATE_UP_TO + 1]));

        assertThat(refusal(bomb).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    private static ByteString packed(ByteString bytes) {
        return ByteString.copyFrom(new byte[] {1}).concat(Zlib.deflate(bytes));
    }

    private static DecodeException refusal(ByteString stored) {
        return catchThrowableOfType(DecodeException.class, () -> PackedSnapshot.unpack(stored));
    }
}
