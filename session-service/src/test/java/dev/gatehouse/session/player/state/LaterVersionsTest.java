package dev.gatehouse.session.player.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Model;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.snapshot.PackedEntry;
import dev.gatehouse.session.snapshot.PackedSnapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A later version's player can be read again once there are nodes of that version; nothing else can.
class LaterVersionsTest {

    /// Member 999, with the number 1.
    private static final ByteString UNKNOWN = ByteString.fromHex("b83e01");

    private static final GameModel<Chest> CHEST = Chest.of(1);
    private static final ByteString STORED = stored(CHEST, new Chest(5));
    private static final ByteString STEP = StoredPlayers.encode(ticks());

    @Test
    @DisplayName("2.4 (22): a later schema, logic or member, or what is around a model: a later version's")
    void knowsWhatALaterVersionHasWritten() throws DecodeException {
        var around = PackedSnapshot.pack(PackedSnapshot.unpack(STORED).concat(UNKNOWN));
        var entry = PackedEntry.pack(PackedEntry.unpack(STEP).concat(UNKNOWN));

        assertThat(isLater(CHEST, stored(Next.GAME, new Next(5)), List.of())).isTrue();
        assertThat(isLater(CHEST, stored(Grown.of(1), new Grown(5, 1)), List.of()))
                .isTrue();
        assertThat(isLater(CHEST, around, List.of())).isTrue();
        assertThat(isLater(CHEST, stored(Chest.of(2), new Chest(5)), List.of(STEP)))
                .isTrue();
        assertThat(isLater(CHEST, STORED, List.of(entry))).isTrue();
        assertThat(isLater(CHEST, STORED, List.of(PackedEntry.pack(UNKNOWN)))).isTrue();
    }

    @Test
    @DisplayName("2.4 (22): whatever a later logic has stored that cannot be read is a later version's")
    void knowsWhatALaterLogicHasWritten() {
        var waiting = given(Grown.of(2), new Grown(5, 0));
        var generous =
                GameModel.of(Deep.class, _ -> new Deep(0)).logicVersion(2).build();

        assertThat(isLater(CHEST, StoredPlayers.encode(waiting), List.of())).isTrue();
        assertThat(isLater(CHEST, stored(generous, new Deep(150)), List.of())).isTrue();
    }

    @Test
    @DisplayName("2.4 (22): what is too old, or was taken out or migrated badly since, is no later version's")
    void knowsWhatNobodyWillBeAbleToRead() {
        assertThat(isLater(Next.GAME, STORED, List.of())).isFalse();
        assertThat(isLater(Forgetful.GAME, STORED, List.of())).isFalse();
        assertThat(isLater(Chest.of(2), stored(Grown.of(1), new Grown(5, 1)), List.of()))
                .isFalse();
    }

    @Test
    @DisplayName("2.4 (22): an entry of the journal with a flipped bit is damaged, whatever it says")
    void believesNoEntryInWhichABitHasRotted() {
        var start = StoredPlayers.encode(PlayerState.start(Purse.MODEL, new Purse(5, "", 7), Instant.EPOCH));
        for (var entry : everyKind()) {
            var stored = StoredPlayers.encode(entry);
            for (int bit = 0; bit < stored.size() * Byte.SIZE; bit++) {
                assertThat(isLater(Purse.MODEL, start, List.of(flipped(stored, bit))))
                        .as("%s, bit %d", entry, bit)
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("2.4 (22): an argument that a stored action has and nobody here knows is not lost in silence")
    void losesNoArgumentOfAnActionThatWaits() {
        var waiting = given(Grown.of(1), new Grown(5, 0));

        assertThat(isLater(Grown.withoutBonus(), StoredPlayers.encode(waiting), List.of()))
                .isTrue();
    }

    private static List<JournalEntry> everyKind() {
        var tip = Purse.MODEL.encodeAccepted(Encoding.PROTO, new Purse.SetTip("deeper"));
        var gold = Purse.MODEL.encodeAccepted(Encoding.PROTO, new Purse.AddGold(9));
        var model = Purse.MODEL.encodeModel(Encoding.PROTO, new Purse(5, "tip", 77), Audience.SERVER);
        return List.of(
                ticks(),
                new JournalEntry.Waiting(1, gold, "birthday"),
                new JournalEntry.Ran(1, tip, "tip", null),
                new JournalEntry.Edited(1, model, null));
    }

    private static ByteString flipped(ByteString bytes, int bit) {
        var flipped = bytes.toByteArray();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return ByteString.copyFrom(flipped);
    }

    private static boolean isLater(GameModel<?> game, ByteString snapshot, List<ByteString> entries) {
        var refused = catchThrowableOfType(
                UnreadablePlayerException.class, () -> StoredPlayers.decode(game, snapshot, entries));
        assertThat(refused).isNotNull();
        return refused.isLater();
    }

    private static <M extends PlayerModel> ByteString stored(GameModel<M> game, M model) {
        return StoredPlayers.encode(PlayerState.start(game, model, Instant.EPOCH));
    }

    /// Somebody whom a gift waits for.
    private static PlayerState<Grown> given(GameModel<Grown> game, Grown model) {
        var gift = new ActionCall(7, new Encoded.Json("{\"amount\":3,\"bonus\":4}"));
        var outcome = PlayerState.start(game, model, Instant.EPOCH)
                .order(new ActionOrder(ActionMode.SYNCHRONIZED, gift, null));
        assertThat(outcome).isInstanceOf(OrderOutcome.Done.class);
        return ((OrderOutcome.Done<Grown>) outcome).state();
    }

    private static JournalEntry ticks() {
        return new JournalEntry.Flushed(List.of(Op.ticks(1)), null, null);
    }

    private record Chest(@Member(1) int gold) implements PlayerModel {

        static GameModel<Chest> of(int logicVersion) {
            return GameModel.of(Chest.class, _ -> new Chest(0))
                    .logicVersion(logicVersion)
                    .build();
        }

        private Chest {
            if (gold > 100) {
                throw new IllegalArgumentException("gold: " + gold + " (expected: at most 100)");
            }
        }
    }

    /// With room for more.
    private record Deep(@Member(1) int gold) implements PlayerModel {}

    /// With one more member, for which nobody needs another schema, and an action.
    record Grown(@Member(1) int gold, @Member(2) int silver) implements PlayerModel {

        static GameModel<Grown> of(int logicVersion) {
            return GameModel.of(Grown.class, _ -> new Grown(0, 0))
                    .actions(List.of(Gift.class))
                    .logicVersion(logicVersion)
                    .build();
        }

        static GameModel<Grown> withoutBonus() {
            return GameModel.of(Grown.class, _ -> new Grown(0, 0))
                    .actions(List.of(PlainGift.class))
                    .build();
        }
    }

    @ActionCode(7)
    record Gift(@Member(1) int amount, @Member(2) int bonus) implements SynchronizedServerAction<Grown> {
        @Override
        public Outcome<Grown> execute(Grown model, ActionContext context) {
            return Outcome.of(new Grown(model.gold + amount, model.silver + bonus));
        }
    }

    @ActionCode(7)
    record PlainGift(@Member(1) int amount) implements SynchronizedServerAction<Grown> {
        @Override
        public Outcome<Grown> execute(Grown model, ActionContext context) {
            return Outcome.of(new Grown(model.gold + amount, model.silver));
        }
    }

    @Model(schema = 3, oldest = 2)
    private record Next(@Member(1) int gold) implements PlayerModel {

        static final GameModel<Next> GAME = GameModel.of(Next.class, _ -> new Next(0))
                .migration(2, old -> old)
                .build();
    }

    /// Its migration leaves the member that it should have turned into another.
    @Model(schema = 2)
    private record Forgetful(@Member(2) long gold) implements PlayerModel {

        static final GameModel<Forgetful> GAME = GameModel.of(Forgetful.class, _ -> new Forgetful(0))
                .migration(1, old -> old.with(2, long.class, 1L))
                .build();
    }
}
