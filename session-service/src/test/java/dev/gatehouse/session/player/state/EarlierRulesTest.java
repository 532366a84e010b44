package dev.gatehouse.session.player.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.proto.StoredMembers;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.session.snapshot.PackedSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// Journals of builds of the suite that took what this one refuses: keys of more than 1,024 characters, for one.
class EarlierRulesTest {

    /// The member of a snapshot that says by which rules it was judged what came after it.
    private static final int RULES = 10;

    private static final String LONG = "k".repeat(1025);

    private static final GameModel<Shelf> GAME = GameModel.of(Shelf.class, _ -> Shelf.EMPTY)
            .actions(List.of(Add.class, Wait.class, Mark.class))
            .onTick(shelf -> shelf.books().isEmpty() ? shelf : shelf.with("t".repeat(1025)))
            .build();

    private final ByteString snapshot = StoredPlayers.encode(PlayerState.start(GAME, Shelf.EMPTY, Instant.EPOCH));
    private final ByteString earlier = changed(stored -> stored.without(RULES));

    @Test
    @DisplayName("2.4 (22): what an earlier build took and acknowledged counts, though this one would refuse it")
    void keepsStepsThatAnEarlierBuildTook() throws UnreadablePlayerException {
        var flushed = new JournalEntry.Flushed(List.of(Op.action(call(1)), Op.ticks(1)), null, null);
        var ran = new JournalEntry.Ran(1, call(3), null, null);

        var restored = decode(earlier, flushed, ran);

        var model = restored.state().timeline().model();
        assertThat(model.books()).containsOnlyKeys(LONG, "t".repeat(1025));
        assertThat(model.marks()).containsOnlyKeys(LONG);
    }

    @Test
    void keepsAnEditThatAnEarlierBuildTook() throws UnreadablePlayerException {
        var edited = new JournalEntry.Edited(1, encoded(Shelf.EMPTY.with(LONG)), null);

        assertThat(decode(earlier, edited).state().timeline().model()).isEqualTo(Shelf.EMPTY.with(LONG));
        // As where a migration makes of it what a step may not.
        assertThat(decode(snapshot, edited).state().timeline().model()).isEqualTo(Shelf.EMPTY.with(LONG));
    }

    @Test
    void keepsAnActionThatWaitsWithWhatAnEarlierBuildTook() throws UnreadablePlayerException {
        var restored = decode(earlier, new JournalEntry.Waiting(1, call(2), null));

        assertThat(restored.state().undelivered(Encoding.PROTO))
                .singleElement()
                .satisfies(action -> assertThat(action.action()).isEqualTo(call(2)));
        var again = decode(StoredPlayers.encode(restored.state()));
        assertThat(again.state().waiting()).containsOnlyKeys(1L);
    }

    /// So that no step of this build's stands behind a snapshot that knows fewer rules.
    @Test
    void wantsASnapshotOfItsOwnBehindAnEarlierBuilds() throws UnreadablePlayerException {
        assertThat(decode(earlier).ofThisGame()).isFalse();
        assertThat(decode(snapshot).ofThisGame()).isTrue();
    }

    @Test
    void judgesByItsOwnRulesWhatItHasJudged() throws UnreadablePlayerException {
        var flushed = new JournalEntry.Flushed(List.of(Op.action(call(1))), null, null);

        assertThat(decode(snapshot, flushed).state().timeline().model()).isEqualTo(Shelf.EMPTY);
    }

    @Test
    void judgesNewStepsByItsOwnRules() throws UnreadablePlayerException {
        var restored = decode(earlier, new JournalEntry.Flushed(List.of(Op.action(call(1))), null, null));

        var ticked = restored.state().timeline().ticks(1);

        assertThat(ticked.model().books()).containsOnlyKeys(LONG);
    }

    @Test
    void leavesStepsThatALaterBuildHasJudged() throws UnreadablePlayerException {
        var later = changed(stored -> stored.with(RULES, int.class, 999));
        var entry = StoredPlayers.encode(new JournalEntry.Flushed(List.of(Op.ticks(1)), null, null));

        assertThatExceptionOfType(UnreadablePlayerException.class)
                .isThrownBy(() -> StoredPlayers.decode(GAME, later, List.of(entry)))
                .withMessage("rules: 999 (expected: at most 1)");
        assertThat(decode(later).ofThisGame()).isFalse();
    }

    private static Restored<Shelf> decode(ByteString snapshot, JournalEntry... entries)
            throws UnreadablePlayerException {
        return StoredPlayers.decode(
                GAME,
                snapshot,
                List.of(entries).stream().map(StoredPlayers::encode).toList());
    }

    private ByteString changed(UnaryOperator<StoredMembers> change) {
        try {
            var stored = StoredMembers.of(PackedSnapshot.unpack(snapshot));
            return PackedSnapshot.pack(change.apply(stored).bytes());
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private static Encoded encoded(Shelf shelf) {
        return new Encoded.Proto(ProtoCodec.of(Shelf.class).encodeToByteString(shelf));
    }

    private static ActionCall call(int code) {
        var books = new Add(TreePMap.singleton(LONG, 1));
        return new ActionCall(code, new Encoded.Proto(ProtoCodec.of(Add.class).encodeToByteString(books)));
    }

    record Shelf(
            @Member(1) PSortedMap<String, Integer> books,
            @Member(2) @NoChecksum PSortedMap<String, Integer> marks) implements PlayerModel {

        static final Shelf EMPTY = new Shelf(TreePMap.empty(), TreePMap.empty());

        Shelf with(String book) {
            return new Shelf(books.plus(book, 1), marks);
        }
    }

    @ActionCode(1)
    record Add(@Member(1) PSortedMap<String, Integer> books) implements ClientAction<Shelf> {
        @Override
        public Outcome<Shelf> execute(Shelf model, ActionContext context) {
            return Outcome.of(new Shelf(model.books.plusAll(books), model.marks));
        }
    }

    @ActionCode(2)
    record Wait(@Member(1) PSortedMap<String, Integer> books) implements SynchronizedServerAction<Shelf> {
        @Override
        public Outcome<Shelf> execute(Shelf model, ActionContext context) {
            return Outcome.of(new Shelf(model.books.plusAll(books), model.marks));
        }
    }

    @ActionCode(3)
    record Mark(@Member(1) PSortedMap<String, Integer> marks) implements UnsynchronizedServerAction<Shelf> {
        @Override
        public Outcome<Shelf> execute(Shelf model, ActionContext context) {
            return Outcome.of(new Shelf(model.books, model.marks.plusAll(marks)));
        }
    }
}
