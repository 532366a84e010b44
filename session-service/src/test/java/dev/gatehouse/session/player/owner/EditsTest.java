package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.EditOutcome;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.player.state.StoredPlayers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Edits of a player's model that are no actions.
class EditsTest {

    private static final EditOutcome EDITED = new EditOutcome.Edited();

    private final PlayersBench bench = new PlayersBench();

    @DisplayName("2.4 (14) what is edited before a session begins is there when it does")
    @Test
    void showsAnEditToTheNextSession() {
        bench.attach("alice", "s-1").leavesForGood();

        assertThat(bench.edit("alice", gold(50), WhilePlaying.REFUSE)).isEqualTo(EDITED);

        var alice = bench.attach("alice", "s-2");
        assertThat(modelOf(alice)).isEqualTo("{\"gold\":50,\"tip\":\"\"}");
        alice.says(1, dig(2));
        assertThat(alice.line.last().message()).isInstanceOf(FlushResult.class);
        assertThat(bench.goldOf("alice")).isEqualTo(52);
    }

    @DisplayName("2.4 (14) while a client plays, an edit of what it has is refused, with the member's name")
    @Test
    void refusesAnEditThatAClientWouldMiss() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, dig(2));

        assertThat(bench.edit("alice", gold(50), WhilePlaying.REFUSE)).isEqualTo(new EditOutcome.Missed("gold"));
        assertThat(bench.edit("alice", tip("dig"), WhilePlaying.REFUSE)).isEqualTo(new EditOutcome.Missed("tip"));
        alice.leaves();
        assertThat(bench.edit("alice", gold(50), WhilePlaying.REFUSE)).isEqualTo(new EditOutcome.Missed("gold"));

        assertThat(bench.goldOf("alice")).isEqualTo(2);
        assertThat(bench.registry.entries(PlayersBench.player("alice"))).isEqualTo(1);
    }

    @Test
    void takesAnEditOfWhatOnlyTheServerKnowsAndTellsNobody() {
        var alice = bench.attach("alice", "s-1");

        assertThat(bench.edit("alice", suspicion(9), WhilePlaying.REFUSE)).isEqualTo(EDITED);

        assertThat(alice.line.messages()).isEmpty();
        alice.says(1, new Flush(List.of(), Purse.checksumOfNew()));
        assertThat(alice.line.isOpen()).isTrue();
        assertThat(suspicionOf("alice")).isEqualTo(9);
    }

    @Test
    void endsTheSessionsOfWhoWouldMissAnEditWhereThatIsWanted() {
        var alice = bench.attach("alice", "s-1");

        assertThat(bench.edit("alice", suspicion(9), WhilePlaying.KICK)).isEqualTo(EDITED);
        assertThat(alice.line.isOpen()).isTrue();
        assertThat(bench.edit("alice", gold(50), WhilePlaying.KICK)).isEqualTo(EDITED);

        assertThat(alice.line.closedWith()).isEqualTo(FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION);
        assertThat(modelOf(bench.attach("alice", "s-2"))).isEqualTo("{\"gold\":50,\"tip\":\"\"}");
    }

    @Test
    @SuppressWarnings("NullAway") // A game may be compiled without null checks.
    void endsNobodysSessionForAnEditThatCannotBeStored() {
        var alice = bench.attach("alice", "s-1");

        assertThat(bench.edit("alice", purse -> new Purse(50, null, 7), WhilePlaying.KICK))
                .isEqualTo(new EditOutcome.NoModel("tip: null (expected: a value)"));
        assertThat(bench.edit("alice", _ -> null, WhilePlaying.KICK))
                .isEqualTo(new EditOutcome.NoModel("the edit gave no model"));

        assertThat(alice.line.isOpen()).isTrue();
        assertThat(bench.goldOf("alice")).isZero();
    }

    @Test
    void saysSoWhereTooMuchWaits() {
        for (int i = 0; i < 100; i++) {
            var _ = bench.players.view(PlayersBench.player("alice"));
        }

        var answer = bench.players.edit(PlayersBench.player("alice"), purse -> purse, WhilePlaying.REFUSE);

        assertThat(answer.toCompletableFuture()).isCompletedWithValue(new EditOutcome.Unavailable());
    }

    @Test
    void keepsAnEditThroughTheLossOfItsNode() {
        bench.attach("alice", "s-1").says(1, dig(2));
        bench.edit("alice", suspicion(9), WhilePlaying.REFUSE);
        var second = bench.another("session-2");

        var after = second.carryOn(SELF, "alice", "s-1");

        assertThat(after.answer()).isInstanceOf(AttachAnswer.Attached.class);
        assertThat(second.goldOf("alice")).isEqualTo(2);
        assertThat(second.edit(
                        "alice",
                        purse -> {
                            assertThat(purse.suspicion()).isEqualTo(9);
                            return purse;
                        },
                        WhilePlaying.REFUSE))
                .isEqualTo(EDITED);
    }

    @Test
    void isInTheJournalBeforeItIsSaidToBe() {
        bench.attach("alice", "s-1").leavesForGood();
        bench.registry.holdsAppends();
        var answer = bench.players.edit(
                PlayersBench.player("alice"), model -> gold(50).apply((Purse) model), WhilePlaying.REFUSE);
        bench.turns();
        assertThat(answer.toCompletableFuture()).isNotDone();

        bench.registry.answersAppends();
        bench.turns();

        assertThat(answer.toCompletableFuture()).isCompletedWithValue(EDITED);
    }

    @Test
    void opensNoSessionWithAModelThatWasEditedMeanwhile() {
        bench.attach("alice", "s-1").says(1, dig(2));
        bench.registry.holdsAppends();
        bench.players.edit(
                PlayersBench.player("alice"), model -> suspicion(3).apply((Purse) model), WhilePlaying.REFUSE);
        bench.turns();
        // Waits for the journal before it begins.
        var alice = bench.attach("alice", "s-2");
        bench.players.edit(PlayersBench.player("alice"), model -> gold(50).apply((Purse) model), WhilePlaying.REFUSE);
        bench.turns();
        assertThat(alice.isAnswered()).isFalse();

        bench.registry.answersAppends();
        bench.turns();

        assertThat(modelOf(alice)).isEqualTo("{\"gold\":50,\"tip\":\"\"}");
    }

    @Test
    void saysSoWhereNobodyOfThatNameHasPlayed() {
        assertThat(bench.edit("nobody", gold(50), WhilePlaying.KICK)).isEqualTo(new EditOutcome.UnknownPlayer());
    }

    @Test
    void takesPatchesOfTheModelAsTheServerHasIt() {
        bench.attach("alice", "s-1").leavesForGood();

        assertThat(patch("[{\"op\":\"test\",\"path\":\"/suspicion\",\"value\":7},"
                        + "{\"op\":\"replace\",\"path\":\"/gold\",\"value\":50}]"))
                .isEqualTo(EDITED);

        assertThat(bench.goldOf("alice")).isEqualTo(50);
        assertThat(suspicionOf("alice")).isEqualTo(7);
    }

    @Test
    void refusesPatchesOfWhatTheModelHasNot() {
        bench.attach("alice", "s-1").leavesForGood();

        assertThat(List.of(
                        patch("[{\"op\":\"replace\",\"path\":\"/glod\",\"value\":50}]"),
                        patch("[{\"op\":\"add\",\"path\":\"/glod\",\"value\":50}]"),
                        patch("[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":\"much\"}]"),
                        patch("{}")))
                .hasOnlyElementsOfType(EditOutcome.NoModel.class);
        assertThat(bench.goldOf("alice")).isZero();
    }

    private EditOutcome patch(String patch) {
        var answer = bench.players
                .patch(PlayersBench.player("alice"), new JsonText(patch), WhilePlaying.REFUSE)
                .toCompletableFuture();
        bench.turns();
        return answer.join();
    }

    @Test
    void failsWhereTheGamesCodeFailsAndChangesNothing() {
        var alice = bench.attach("alice", "s-1");

        assertThatThrownBy(() -> bench.edit(
                        "alice",
                        _ -> {
                            throw new IllegalStateException("a mistake of the game's");
                        },
                        WhilePlaying.KICK))
                .hasRootCauseMessage("a mistake of the game's");

        assertThat(alice.line.isOpen()).isTrue();
        assertThat(bench.registry.entries(PlayersBench.player("alice"))).isZero();
    }

    @Test
    void keepsNothingOfAnEditForADesync() throws Exception {
        var alice = bench.attach("alice", "s-1");
        bench.edit("alice", suspicion(9), WhilePlaying.REFUSE);
        alice.says(1, dig(2));

        alice.says(2, new Flush(List.of(), "0123456789abcdef"));
        alice.says(3, new DesyncReport(new Encoded.Json("{\"gold\":7,\"tip\":\"\"}"), 2L));

        var bundle = bench.desyncs
                .of(PlayersBench.player("alice"))
                .toCompletableFuture()
                .join()
                .getFirst();
        var state = StoredPlayers.decode(Purse.MODEL, bundle.snapshot(), bundle.entries())
                .state();
        assertThat(state.timeline().model()).isEqualTo(new Purse(2, "", 0));
    }

    @DisplayName("2.4 (14) a game edits its players' models before their sessions begin")
    @Test
    void letsTheGameEditBeforeEachSession() {
        var gifts = new PlayersBench(Purse.GAME.withSessionStart(
                Purse.class,
                (purse, client, _) ->
                        new Purse(purse.gold() + 10, client.sessionId().value(), 7)));

        var first = gifts.attach("alice", "s-1");
        first.says(1, dig(2));
        first.leaves();
        gifts.resume("alice", first, 1);
        var second = gifts.attach("alice", "s-2");

        assertThat(modelOf(first)).isEqualTo("{\"gold\":10,\"tip\":\"s-1\"}");
        assertThat(modelOf(second)).isEqualTo("{\"gold\":22,\"tip\":\"s-2\"}");
        second.says(1, dig(1));
        assertThat(second.line.isOpen()).isTrue();
    }

    @Test
    void tellsTheGameWhatTimeItIs() {
        var calendar = new PlayersBench(Purse.GAME.withSessionStart(
                Purse.class, (purse, _, now) -> new Purse(purse.gold(), now.toString(), 7)));
        calendar.passes(Duration.ofSeconds(5));

        assertThat(modelOf(calendar.attach("alice", "s-1"))).isEqualTo("{\"gold\":0,\"tip\":\"2030-01-01T00:00:05Z\"}");
    }

    @Test
    void refusesAClientWhereTheGamesCodeFails() {
        var broken = new PlayersBench(Purse.GAME.withSessionStart(Purse.class, (_, _, _) -> {
            throw new IllegalStateException("a mistake of the game's");
        }));

        var answer = (AttachAnswer.Refused) broken.attach("alice", "s-1").answer();

        assertThat(answer.error()).isEqualTo(REFUSED_BY_GAME_SERVER);
        assertThat(broken.registry.sessions().of(PlayersBench.player("alice"))).isEmpty();
    }

    @Test
    void leavesTheLeadToAnOlderSessionWhereTheGamesCodeIsBeyondRepair() {
        var broken = new PlayersBench(Purse.GAME.withSessionStart(Purse.class, (purse, client, _) -> {
            if (client.sessionId().value().equals("s-2")) {
                throw new StackOverflowError("a recursion of the game's");
            }
            return purse;
        }));
        var older = broken.attach("alice", "s-1");

        var answer = (AttachAnswer.Refused)
                broken.attachBeside("alice", "s-2", "s-1").answer();
        older.acknowledges(older.line.numbers().size());
        older.says(1, dig(2));

        assertThat(answer.error()).isEqualTo(REFUSED_BY_GAME_SERVER);
        assertThat(broken.goldOf("alice")).isEqualTo(2);
    }

    private static UnaryOperator<Purse> gold(int gold) {
        return purse -> new Purse(gold, purse.tip(), purse.suspicion());
    }

    private static UnaryOperator<Purse> tip(String tip) {
        return purse -> new Purse(purse.gold(), tip, purse.suspicion());
    }

    private static UnaryOperator<Purse> suspicion(int suspicion) {
        return purse -> new Purse(purse.gold(), purse.tip(), suspicion);
    }

    private int suspicionOf(String player) {
        var model = bench.players.model(PlayersBench.player(player)).toCompletableFuture();
        bench.turns();
        return ((Purse) model.join().orElseThrow()).suspicion();
    }

    private static String modelOf(BenchClient client) {
        return ((Encoded.Json) client.player().model()).text();
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }
}
