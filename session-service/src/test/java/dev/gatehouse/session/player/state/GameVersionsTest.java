package dev.gatehouse.session.player.state;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_INTERNAL_SERVER_ERROR;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.StoredMembers;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Model;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.ServerOnly;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.session.fixture.LaterPurse;
import dev.gatehouse.session.fixture.LogLines;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.player.owner.PlayerLoader;
import dev.gatehouse.session.snapshot.PackedEntry;
import dev.gatehouse.session.snapshot.PackedSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nodes with different versions of one game, on one registry.
class GameVersionsTest {

    private static final PlayerKey ALICE = PlayersBench.player("alice");

    private final PlayersBench bench = new PlayersBench();
    private final PlayersBench later = bench.another("session-2", LaterPurse.GAME);

    @Test
    @DisplayName("2.4 (22): a crash, and the next schema on the next node: every acknowledged step counts, once")
    void keepsWhatWasAcknowledgedBeforeACrashAndAnUpgrade() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, flush(2));
        alice.says(2, flush(3));
        bench.order("alice", ActionMode.SYNCHRONIZED, 101, "{\"amount\":100}");

        var goesOn = later.carryOn(PlayersBench.SELF, "alice", "s-1");
        assertThat(later.goldOf("alice")).isEqualTo(500);
        goesOn.says(3, new Flush(List.of(Op.serverAction(1)), null));

        assertThat(later.goldOf("alice")).isEqualTo(10_500);
    }

    @Test
    void keepsAnEditThroughAnUpgrade() {
        bench.attach("alice", "s-1").says(1, flush(2));
        bench.players.end(ALICE, new SessionId("s-1"), FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION);
        bench.edit("alice", purse -> new Purse(purse.gold() + 40, "", 7), WhilePlaying.REFUSE);

        later.carryOn(PlayersBench.SELF, "alice", "s-1");

        assertThat(later.goldOf("alice")).isEqualTo(4_200);
    }

    @Test
    @DisplayName("2.4 (22): what a later version writes never stands behind what an older one wrote")
    void storesASnapshotOfItsOwnBeforeAnybodyPlays() {
        bench.attach("alice", "s-1").says(1, flush(2));
        assertThat(bench.registry.entries(ALICE)).isEqualTo(1);

        later.carryOn(PlayersBench.SELF, "alice", "s-1");

        assertThat(bench.registry.entries(ALICE)).isZero();
        assertThat(members(snapshot()).get(7, int.class)).isEqualTo(2);
        assertThat(members(snapshot()).get(8, int.class)).isEqualTo(4);
    }

    @Test
    @DisplayName("2.4 (22): a player of a later schema is refused for now and left as it is")
    void leavesALaterVersionsPlayerAsItIs() {
        bench.attach("alice", "s-1").says(1, flush(2));
        later.carryOn(PlayersBench.SELF, "alice", "s-1").says(2, flush(1));
        var stored = snapshot();
        var entries = bench.registry.entries(ALICE);

        var third = bench.another("session-3");
        var old = third.carryOn(later.self(), "alice", "s-1");

        assertThat(third.counters.counted()).contains("a later version's");
        assertThat(old.answer()).isEqualTo(AttachAnswer.Refused.forNow());
        assertThat(snapshot()).isEqualTo(stored);
        assertThat(bench.registry.entries(ALICE)).isEqualTo(entries);
        assertThat(bench.another("session-4", LaterPurse.GAME).goldOf("alice")).isEqualTo(300);
    }

    @Test
    @DisplayName("2.4 (22): a schema that is too old is refused, and so is a later one; both numbers are named")
    void refusesSchemasThatItCannotRead() {
        var old = StoredPlayers.encode(PlayerState.start(Purse.MODEL, new Purse(5, "", 7), Instant.EPOCH));
        var next = StoredPlayers.encode(PlayerState.start(NEXT, new Next(5), Instant.EPOCH));

        refuses(NEXT, old, List.of(), "stored player: schema: 1 (expected: 2 to 3)");
        refuses(Purse.MODEL, next, List.of(), "schema: 3 (expected: at most 1)");
    }

    @Test
    void keepsAStepThatItCannotRunForAVersionThatCan() {
        bench.attach("alice", "s-1");
        bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"dig deeper\"}");

        var refused = later.carryOn(PlayersBench.SELF, "alice", "s-1");
        var goesOn = bench.another("session-3").attach("alice", "s-2");

        assertThat(refused.answer()).isInstanceOf(AttachAnswer.Refused.class);
        assertThat(goesOn.player().model()).isEqualTo(new Encoded.Json("{\"gold\":0,\"tip\":\"dig deeper\"}"));
    }

    @Test
    void refusesStepsThatALaterLogicHasAcknowledged() throws UnreadablePlayerException {
        var snapshot = StoredPlayers.encode(PlayerState.start(purse(4), new Purse(5, "", 7), Instant.EPOCH));
        var entry = StoredPlayers.encode(new JournalEntry.Flushed(List.of(Op.ticks(1)), null, null));

        refuses(Purse.MODEL, snapshot, List.of(entry), "logicVersion: 4 (expected: at most 3)");
        assertThat(StoredPlayers.decode(Purse.MODEL, snapshot, List.of()).ofThisGame())
                .isFalse();
        assertThat(StoredPlayers.decode(purse(4), snapshot, List.of(entry)).ofThisGame())
                .isTrue();
    }

    /// Under the same logic it is a mistake, under another it may be what that was made for.
    @ParameterizedTest
    @CsvSource({"3, the same, ERROR", "4, another, WARN"})
    void saysWhoseJournalLeadsToAnotherModelNow(int logicVersion, String logic, String level) {
        bench.attach("alice", "s-1").says(1, new Flush(List.of(Op.ticks(1)), Purse.checksumOfNew()));
        var generous = GameModel.of(Purse.class, _ -> new Purse(0, "", 7))
                .onTick(purse -> new Purse(purse.gold() + 1, purse.tip(), purse.suspicion()))
                .logicVersion(logicVersion)
                .build();
        var second = bench.another("session-2", GameDefinition.of(Purse.GAME_ID, generous));

        try (var lines = new LogLines(PlayerLoader.class)) {
            second.carryOn(PlayersBench.SELF, "alice", "s-1");

            assertThat(lines.of(level)).singleElement().asString().contains("1 journal entries of purse/alice");
        }
        assertThat(second.counters.counted()).containsOnlyOnce("replayed otherwise by " + logic + " logic");
    }

    @Test
    void saysNothingOfAJournalThatLeadsToTheSameModel() {
        bench.attach("alice", "s-1").says(1, new Flush(List.of(Op.ticks(1)), Purse.checksumOfNew()));
        var second = bench.another("session-2");

        second.carryOn(PlayersBench.SELF, "alice", "s-1");

        assertThat(second.counters.counted()).noneMatch(counted -> counted.startsWith("replayed otherwise"));
    }

    /// What a newer suite has stored around a model would be lost with the next snapshot.
    @Test
    void refusesWhatItDoesNotKnowAroundAModel() throws DecodeException {
        var snapshot = StoredPlayers.encode(PlayerState.start(Purse.MODEL, Purse.NEW, Instant.EPOCH));
        var entry = StoredPlayers.encode(new JournalEntry.Flushed(List.of(Op.ticks(1)), null, null));
        // Member 999, with the number 1.
        var unknown = ByteString.fromHex("b83e01");
        var newer = PackedSnapshot.pack(PackedSnapshot.unpack(snapshot).concat(unknown));

        assertThatExceptionOfType(UnreadablePlayerException.class)
                .isThrownBy(() -> StoredPlayers.decode(Purse.MODEL, newer, List.of()));
        assertThatExceptionOfType(UnreadablePlayerException.class)
                .isThrownBy(() -> StoredPlayers.decode(
                        Purse.MODEL,
                        snapshot,
                        List.of(PackedEntry.pack(PackedEntry.unpack(entry).concat(unknown)))));
    }

    @Test
    void readsASnapshotWithoutASchemaAsTheFirst() throws UnreadablePlayerException {
        var stored = StoredPlayers.encode(PlayerState.start(Purse.MODEL, new Purse(5, "hi", 7), Instant.EPOCH));
        var before = PackedSnapshot.pack(members(stored).without(7).without(8).bytes());

        var restored = StoredPlayers.decode(Purse.MODEL, before, List.of());

        assertThat(restored.state().timeline().model()).isEqualTo(new Purse(5, "hi", 7));
        assertThat(restored.ofThisGame()).isFalse();
    }

    /// Nothing but a version's own mistake leads there: no step may leave such a model.
    @Test
    void refusesANewcomerThatItCannotShowTheModel() {
        bench.attach("alice", "s-1").leavesForGood();
        bench.passes(Duration.ofSeconds(12));
        var careless = bench.another("session-2", Careless.GAME);

        var again = careless.attach("alice", "s-2");

        assertThat(again.answer()).isEqualTo(AttachAnswer.Refused.of(FORCE_TERMINATED_INTERNAL_SERVER_ERROR));
        assertThat(careless.shown.all()).isEmpty();
    }

    private ByteString snapshot() {
        return Objects.requireNonNull(bench.registry.snapshot(ALICE)).bytes();
    }

    private static StoredMembers members(ByteString stored) {
        try {
            return StoredMembers.of(PackedSnapshot.unpack(stored));
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private static void refuses(GameModel<?> game, ByteString snapshot, List<ByteString> entries, String why) {
        assertThatExceptionOfType(UnreadablePlayerException.class)
                .isThrownBy(() -> StoredPlayers.decode(game, snapshot, entries))
                .withMessage(why);
    }

    private static Flush flush(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }

    private static GameModel<Purse> purse(int logicVersion) {
        return GameModel.of(Purse.class, _ -> new Purse(0, "", 7))
                .logicVersion(logicVersion)
                .build();
    }

    private static final GameModel<Next> NEXT =
            GameModel.of(Next.class, _ -> new Next(0)).migration(2, old -> old).build();

    @Model(schema = 3, oldest = 2)
    private record Next(@Member(1) int gold) implements PlayerModel {}

    /// [Purse], but for a constructor that leaves null where nothing may be absent.
    @SuppressWarnings("NullAway") // A game may be compiled without null checks.
    private record Careless(
            @Member(1) int gold,
            @Member(2) @NoChecksum String tip,
            @Member(3) @ServerOnly int suspicion) implements PlayerModel {

        private static final GameDefinition GAME = GameDefinition.of(
                Purse.GAME_ID,
                GameModel.of(Careless.class, _ -> new Careless(0, "", 7))
                        .logicVersion(3)
                        .build());

        private Careless {
            tip = tip.isEmpty() ? null : tip;
        }
    }
}
