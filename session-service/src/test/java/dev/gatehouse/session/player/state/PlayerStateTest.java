package dev.gatehouse.session.player.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlayerStateTest {

    private static final String OTHER = "0000000000000000";

    private final PlayerState<Purse> start = PlayerState.start(Purse.MODEL, new Purse(5, "", 7), Instant.EPOCH);

    @Test
    void runsWhatTheClientHasRun() {
        var accepted = accept(start, Op.ticks(3), dig(2));

        assertThat(accepted.state().timeline().model()).isEqualTo(new Purse(7, "", 7));
        assertThat(accepted.state().timeline().tick()).isEqualTo(3);
        assertThat(accepted.results()).containsExactly(new OpResult(1, "ok"));
    }

    @Test
    void leavesTheModelAsItWasWhereAnActionThrowsOrRefuses() {
        var accepted = accept(start, dig(-1), dig(11), dig(1));

        assertThat(accepted.results())
                .containsExactly(new OpResult(0, "threw"), new OpResult(1, "too_much"), new OpResult(2, "ok"));
        assertThat(accepted.state().timeline().model().gold()).isEqualTo(6);
        assertThat(accepted.failures()).hasSize(1);
    }

    @Test
    void noticesAnotherChecksum() {
        var outcome = start.flush(new Flush(List.of(dig(2)), "0000000000000000"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FlushOutcome.Mismatch.class,
                        mismatch -> assertThat(mismatch.ours().model()).isEqualTo(new Purse(7, "", 7)));
        assertThat(start.timeline().model().gold()).isEqualTo(5);
    }

    @Test
    void runsASynchronizedActionWhereTheClientSaysSo() {
        var given = done(start.order(order(ActionMode.SYNCHRONIZED, 101, "{\"amount\":100}", null)));
        assertThat(given.state().timeline().model().gold()).isEqualTo(5);

        var accepted = accept(given.state(), dig(1), Op.serverAction(given.id()), dig(2));

        assertThat(accepted.state().timeline().model().gold()).isEqualTo(108);
        assertThat(accepted.state().undelivered(Encoding.JSON)).isEmpty();
    }

    @Test
    void rejectsAServerActionThatDoesNotWait() {
        assertThat(start.flush(new Flush(List.of(Op.serverAction(1)), null))).isInstanceOf(FlushOutcome.Rejected.class);
    }

    @Test
    void rejectsAnActionThatOnlyTheServerMayRun() {
        assertThat(start.flush(new Flush(List.of(call(101, "{\"amount\":100}")), null)))
                .isInstanceOf(FlushOutcome.Rejected.class);
    }

    @Test
    void runsAnUnsynchronizedActionNow() {
        var ran = done(start.order(order(ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"dig deeper\"}", null)));

        assertThat(ran.state().timeline().model()).isEqualTo(new Purse(5, "dig deeper", 7));
    }

    @Test
    void refusesAnUnsynchronizedActionThatTouchesTheChecksum() {
        var outcome = start.order(order(ActionMode.UNSYNCHRONIZED, 103, "{\"amount\":1}", null));

        assertThat(outcome).isEqualTo(new OrderOutcome.NotDone<Purse>(new ActionAnswer.Touches("gold")));
    }

    @Test
    void knowsNeitherOtherActionsNorOtherWaysToRunThem() {
        assertThat(start.order(order(ActionMode.SYNCHRONIZED, 999, "{}", null)))
                .isInstanceOfSatisfying(
                        OrderOutcome.NotDone.class,
                        refused -> assertThat(refused.answer()).isInstanceOf(ActionAnswer.UnknownAction.class));
        assertThat(start.order(order(ActionMode.SYNCHRONIZED, 100, "{\"amount\":1}", null)))
                .isInstanceOf(OrderOutcome.NotDone.class);
    }

    @Test
    void doesNothingTwiceUnderOneKey() {
        var first = done(start.order(order(ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"a\"}", "k")));

        var second = first.state().order(order(ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"b\"}", "k"));

        assertThat(second).isEqualTo(new OrderOutcome.NotDone<Purse>(new ActionAnswer.Accepted(1)));
    }

    @Test
    @DisplayName("2.4 (12): recovery has a checksum to compare with, also where no client said one")
    void saysWithEachEntryWhichModelItLeadsTo() {
        var flushed = accept(start, dig(1));
        var ran = done(flushed.state().order(order(ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"a\"}", null)));
        var edited = ran.state().edited(new Purse(40, "", 7));

        assertThat(flushed.entry().checksum()).isEqualTo(checksum(flushed.state()));
        assertThat(ran.entry())
                .isInstanceOfSatisfying(
                        JournalEntry.Ran.class,
                        entry -> assertThat(entry.checksum()).isEqualTo(checksum(ran.state())));
        assertThat(edited.edit().checksum()).isEqualTo(checksum(edited));
    }

    @Test
    void countsEveryKindOfEntryThatLeadsToAnotherModel() throws UnreadablePlayerException {
        var ops = accept(start, dig(1)).entry().ops();
        var call = Purse.MODEL.encodeAccepted(Encoding.PROTO, new Purse.SetTip("a"));
        var model = Purse.MODEL.encodeModel(Encoding.PROTO, new Purse(40, "", 7), Audience.SERVER);
        var entries = List.of(
                new JournalEntry.Flushed(ops, OTHER, null),
                new JournalEntry.Ran(1, call, null, OTHER),
                new JournalEntry.Edited(Purse.MODEL.schema(), model, OTHER));

        var restored = StoredPlayers.decode(
                Purse.MODEL,
                StoredPlayers.encode(start),
                entries.stream().map(StoredPlayers::encode).toList());

        assertThat(restored.differing()).isEqualTo(3);
    }

    @Test
    void countsFlushesThatLeadToOtherModelsThanWhenTheyWereWritten() throws UnreadablePlayerException {
        var flushed = accept(start, dig(1));
        var ops = flushed.entry().ops();
        var same = new JournalEntry.Flushed(ops, flushed.state().timeline().checksum(), null);
        var other = new JournalEntry.Flushed(ops, OTHER, null);

        var restored = StoredPlayers.decode(
                Purse.MODEL,
                StoredPlayers.encode(start),
                Stream.of(same, other).map(StoredPlayers::encode).toList());

        assertThat(restored.differing()).isEqualTo(1);
        assertThat(restored.state().timeline().model().gold()).isEqualTo(7);
    }

    @Test
    void comesBackFromSnapshotAndJournalAsItWas() throws UnreadablePlayerException {
        var snapshot = done(start.order(order(ActionMode.SYNCHRONIZED, 101, "{\"amount\":100}", "birthday")))
                .state();
        var entries = new ArrayList<JournalEntry>();
        var flushed = accept(snapshot, Op.ticks(2), dig(3), Op.serverAction(1));
        entries.add(flushed.entry());
        var tip = done(flushed.state().order(order(ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"tip\"}", "tip")));
        entries.add(tip.entry());
        var waiting = done(tip.state().order(order(ActionMode.SYNCHRONIZED, 101, "{\"amount\":9}", null)));
        entries.add(waiting.entry());

        var restored = StoredPlayers.decode(
                        Purse.MODEL,
                        StoredPlayers.encode(snapshot),
                        entries.stream().map(StoredPlayers::encode).toList())
                .state();

        assertThat(restored.timeline().model()).isEqualTo(new Purse(108, "tip", 7));
        assertThat(restored.timeline().tick()).isEqualTo(2);
        assertThat(restored.nextAction()).isEqualTo(4);
        assertThat(restored.waiting()).isEqualTo(waiting.state().waiting());
        assertThat(restored.keys()).isEqualTo(waiting.state().keys());
        assertThat(restored.timeline().checksum())
                .isEqualTo(waiting.state().timeline().checksum());
    }

    @Test
    @DisplayName("2.4 (16): a client does not hear under which keys its server gave what it has")
    void leavesTheKeysOutOfWhatAClientMayHave() throws UnreadablePlayerException {
        var given = done(start.order(order(ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"tip\"}", "birthday")))
                .state();

        var seen = StoredPlayers.decode(Purse.MODEL, StoredPlayers.encode(given, Audience.CLIENT), List.of())
                .state();

        assertThat(seen.timeline().model()).isEqualTo(new Purse(5, "tip", 0));
        assertThat(seen.keys()).isEqualTo(UsedKeys.NONE);
    }

    private static String checksum(PlayerState<Purse> state) {
        return state.timeline().checksum();
    }

    private static FlushOutcome.Accepted<Purse> accept(PlayerState<Purse> state, Op... ops) {
        var outcome = state.flush(new Flush(List.of(ops), null));
        assertThat(outcome).isInstanceOf(FlushOutcome.Accepted.class);
        return (FlushOutcome.Accepted<Purse>) outcome;
    }

    private static OrderOutcome.Done<Purse> done(OrderOutcome<Purse> outcome) {
        assertThat(outcome).isInstanceOf(OrderOutcome.Done.class);
        return (OrderOutcome.Done<Purse>) outcome;
    }

    private static ActionOrder order(ActionMode mode, int code, String args, @Nullable String key) {
        return new ActionOrder(mode, new ActionCall(code, new Encoded.Json(args)), key);
    }

    private static Op dig(int amount) {
        return call(100, "{\"amount\":" + amount + "}");
    }

    private static Op call(int code, String args) {
        return Op.action(new ActionCall(code, new Encoded.Json(args)));
    }
}
