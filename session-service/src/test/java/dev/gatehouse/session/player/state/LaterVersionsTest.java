package dev.gatehouse.session.player.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Model;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.session.snapshot.PackedSnapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A later version's player can be read again once there are nodes of that version; nothing else can.
class LaterVersionsTest {

    /// Member 999, with the number 1.
    private static final ByteString UNKNOWN = ByteString.fromHex("b83e01");

    private static final GameModel<Chest> CHEST = chest(1);
    private static final GameModel<Grown> GROWN =
            GameModel.of(Grown.class, _ -> new Grown(0, 0)).build();

    private static final ByteString STORED = stored(CHEST, new Chest(5));
    private static final ByteString STEP = StoredPlayers.encode(flushed());

    @Test
    @DisplayName("2.4 (22): another schema, member, logic or entry, or what is around a model: a later version's")
    void knowsWhatALaterVersionHasWritten() throws DecodeException {
        var around = PackedSnapshot.pack(PackedSnapshot.unpack(STORED).concat(UNKNOWN));
        var byLaterLogic = stored(chest(2), new Chest(5));

        assertThat(isLater(CHEST, stored(Next.GAME, new Next(5)), List.of())).isTrue();
        assertThat(isLater(CHEST, stored(GROWN, new Grown(5, 1)), List.of())).isTrue();
        assertThat(isLater(CHEST, around, List.of())).isTrue();
        assertThat(isLater(CHEST, byLaterLogic, List.of(STEP))).isTrue();
        assertThat(isLater(CHEST, STORED, List.of(STEP.concat(UNKNOWN)))).isTrue();
        assertThat(isLater(CHEST, STORED, List.of(UNKNOWN))).isTrue();
    }

    @Test
    @DisplayName("2.4 (22): what is too old, damaged or badly migrated is no later version's")
    void knowsWhatNobodyWillBeAbleToRead() {
        var damaged = STORED.substring(0, STORED.size() - 1);

        assertThat(isLater(Next.GAME, STORED, List.of())).isFalse();
        assertThat(isLater(Forgetful.GAME, STORED, List.of())).isFalse();
        assertThat(isLater(CHEST, damaged, List.of())).isFalse();
        assertThat(isLater(CHEST, STORED, List.of(STEP.substring(1)))).isFalse();
    }

    private static boolean isLater(GameModel<?> game, ByteString snapshot, List<ByteString> entries) {
        var refused = catchThrowableOfType(
                UnreadablePlayerException.class, () -> StoredPlayers.decode(game, snapshot, entries));
        assertThat(refused).isNotNull();
        return refused.isLater();
    }

    private static GameModel<Chest> chest(int logicVersion) {
        return GameModel.of(Chest.class, _ -> new Chest(0))
                .logicVersion(logicVersion)
                .build();
    }

    private static <M extends PlayerModel> ByteString stored(GameModel<M> game, M model) {
        return StoredPlayers.encode(PlayerState.start(game, model, Instant.EPOCH));
    }

    private static JournalEntry flushed() {
        return new JournalEntry.Flushed(List.of(Op.ticks(1)), null, null);
    }

    private record Chest(@Member(1) int gold) implements PlayerModel {}

    /// With one more member, for which nobody needs another schema.
    private record Grown(@Member(1) int gold, @Member(2) int silver) implements PlayerModel {}

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
