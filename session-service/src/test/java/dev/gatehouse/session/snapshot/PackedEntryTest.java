package dev.gatehouse.session.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import org.junit.jupiter.api.Test;

class PackedEntryTest {

    private static final ByteString GOLD = ByteString.copyFromUtf8("gold");

    @Test
    void startsWithItsFormAndAChecksum() throws DecodeException {
        assertThat(PackedEntry.pack(GOLD)).isEqualTo(ByteString.fromHex("00" + "bf2f27ed" + "676f6c64"));
        assertThat(PackedEntry.unpack(PackedEntry.pack(GOLD))).isEqualTo(GOLD);
        assertThat(PackedEntry.unpack(PackedEntry.pack(ByteString.EMPTY))).isEmpty();
    }

    @Test
    void refusesOneThatIsCutShort() {
        var packed = PackedEntry.pack(GOLD);

        for (int size = 0; size < packed.size(); size++) {
            assertThat(refusal(packed.substring(0, size)).kind())
                    .as("%d bytes", size)
                    .isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void leavesAFormThatItDoesNotKnowToALaterBuild() {
        var later = refusal(new Checked((byte) 1, GOLD).bytes());

        assertThat(later).hasMessage("entry: form 1 (expected: 0)");
        assertThat(later.kind()).isEqualTo(Kind.UNKNOWN_TYPE);
    }

    private static DecodeException refusal(ByteString stored) {
        return catchThrowableOfType(DecodeException.class, () -> PackedEntry.unpack(stored));
    }
}
