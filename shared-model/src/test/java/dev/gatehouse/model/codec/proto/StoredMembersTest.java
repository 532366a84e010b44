package dev.gatehouse.model.codec.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

class StoredMembersTest {

    private static final Chest CHEST = new Chest(
            7,
            "oak",
            TreePVector.from(List.of(3, 300)),
            TreePVector.from(List.of(new Coin("gold", 5), new Coin("tin", 0))),
            TreePMap.<String, Coin>empty().plus("left", new Coin("zinc", 9)));

    private final StoredMembers stored = stored(CHEST);

    @Test
    void readsMembersByTheirNumbers() {
        assertThat(stored.get(1, int.class)).isEqualTo(7);
        assertThat(stored.get(2, String.class)).isEqualTo("oak");
        assertThat(stored.list(3, int.class)).containsExactly(3, 300);
        assertThat(stored.list(4, Coin.class)).isEqualTo(CHEST.coins());
        assertThat(stored.map(5, String.class, Coin.class)).isEqualTo(CHEST.pockets());
    }

    @Test
    void looksIntoRecordsWhoseClassIsGone() {
        var coin = stored.list(4, StoredMembers.class).getFirst();

        assertThat(coin.get(1, String.class)).isEqualTo("gold");
        assertThat(coin.has(2)).isTrue();
        assertThat(coin).hasToString("StoredMembers[1, 2]");
    }

    @Test
    void readsWhatWasNotWrittenAsTheDefaultOfItsType() {
        assertThat(stored.has(9)).isFalse();
        assertThat(stored.get(9, int.class)).isZero();
        assertThat(stored.get(9, String.class)).isEmpty();
        assertThat(stored.get(9, Coin.class)).isEqualTo(new Coin("", 0));
        assertThat(stored.list(9, String.class)).isEmpty();
    }

    @Test
    void changesMembersAndLeavesTheOthers() throws DecodeException {
        var changed = stored.with(1, int.class, 8)
                .withList(3, int.class, List.of())
                .withList(
                        4,
                        StoredMembers.class,
                        stored.list(4, StoredMembers.class).stream()
                                .map(coin -> coin.with(2, int.class, coin.get(2, int.class) + 1))
                                .toList())
                .withMap(5, String.class, Coin.class, TreePMap.<String, Coin>empty());

        assertThat(ProtoCodec.of(Chest.class).decode(changed.bytes()))
                .isEqualTo(new Chest(
                        8,
                        "oak",
                        TreePVector.empty(),
                        TreePVector.from(List.of(new Coin("gold", 6), new Coin("tin", 1))),
                        TreePMap.empty()));
    }

    @Test
    void keepsWhatItIsNotAskedAbout() throws DecodeException {
        assertThat(ProtoCodec.of(Chest.class).decode(stored.bytes())).isEqualTo(CHEST);
        assertThat(stored.without(4).has(4)).isFalse();
    }

    @Test
    void refusesAMemberThatIsOfAnotherType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stored.get(2, int.class))
                .withMessage("member 2: wire type 2 (expected: 0)");
    }

    @Test
    void refusesBytesThatAreNoRecord() {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> StoredMembers.of(ByteString.copyFrom(new byte[] {0x0a, 0x7f})));
    }

    private static StoredMembers stored(Chest chest) {
        try {
            return StoredMembers.of(ProtoCodec.of(Chest.class).encodeToByteString(chest));
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    record Chest(
            @Member(1) int width,
            @Member(2) String wood,
            @Member(3) PVector<Integer> sizes,
            @Member(4) PVector<Coin> coins,
            @Member(5) PSortedMap<String, Coin> pockets) {}

    record Coin(@Member(1) String metal, @Member(2) int worth) {}
}
