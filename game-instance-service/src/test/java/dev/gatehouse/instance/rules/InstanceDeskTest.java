package dev.gatehouse.instance.rules;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.DataChange;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.life.UnsettledCreations;
import dev.gatehouse.instance.rules.InstanceDesk.Answer;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceRules;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InstanceDeskTest {

    private static final Failure NO = new Failure("refused_by_game", "not today", false);

    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final InstantSource time = InstantSource.fixed(NOW);
    private final List<InstanceRecord> made = new ArrayList<>();
    private final List<InstanceWish> asked = new ArrayList<>();
    private GameRules rules = (_, _) -> Verdict.allowed();

    private final InstanceDesk desk = new InstanceDesk(
            this::ask,
            new Creator(
                    store,
                    DEADLINES,
                    time,
                    () -> ASKED,
                    instance -> () -> made.add(instance),
                    new UnsettledCreations(store)),
            new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run));

    @Test
    void makesNothingThatTheGameDoesNotWant() {
        rules = (_, _) -> Verdict.refused("not today");

        assertThat(desk.create(InstanceAsker.BACKEND, InstanceExamples.creation()))
                .isEqualTo(new Answer.Refused(NO));
        assertThat(store.load(ID)).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void doesNotAskTheGameAgainAboutWhatItHasMade() {
        desk.create(InstanceAsker.BACKEND, InstanceExamples.creation());
        rules = (_, _) -> Verdict.refused("not today");

        assertThat(desk.create(InstanceAsker.BACKEND, InstanceExamples.creation()))
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.made()).isFalse());
        assertThat(made).hasSize(1);
    }

    @Test
    void changesNothingThatTheGameDoesNotWant() {
        var running = running();
        rules = (_, _) -> Verdict.refused("not today");

        assertThat(desk.add(InstanceAsker.BACKEND, running, List.of(new InstancePlayer(BOB, 0))))
                .isEqualTo(new Answer.Refused(NO));
        assertThat(desk.remove(InstanceAsker.GAME_SERVER, running, List.of(ALICE)))
                .isEqualTo(new Answer.Refused(NO));
        assertThat(desk.update(
                        InstanceAsker.GAME_SERVER,
                        running,
                        new DataChange(JsonText.EMPTY_OBJECT, null, null, List.of())))
                .isEqualTo(new Answer.Refused(NO));
        assertThat(desk.end(InstanceAsker.BACKEND, running, "done")).isEqualTo(new Answer.Refused(NO));
        assertThat(store.load(ID).orElseThrow().instance()).isEqualTo(running);
    }

    @Test
    void showsTheGameWhoWantsWhatOfWhich() {
        var running = running();

        desk.end(InstanceAsker.GAME_SERVER, running, "alice won");

        assertThat(asked).singleElement().isInstanceOfSatisfying(InstanceWish.End.class, end -> {
            assertThat(end.by()).isEqualTo(InstanceAsker.GAME_SERVER);
            assertThat(end.why()).isEqualTo("alice won");
            assertThat(end.instance().state()).isEqualTo(InstanceState.RUNNING);
            assertThat(end.instance().players()).hasSize(2);
        });
    }

    @Test
    void doesNothingWhileAGameWithRulesCannotBeAsked() {
        var running = running();
        rules = (_, _) -> {
            throw new RulesUnavailableException("nobody is there");
        };

        assertThat(desk.end(InstanceAsker.BACKEND, running, "done"))
                .isEqualTo(new Answer.Refused(Failure.of(PartnerError.UNAVAILABLE)));
        assertThat(store.load(ID).orElseThrow().instance()).isEqualTo(running);
    }

    @Test
    void doesNotAskAboutWhatIsOver() {
        store.create(InstanceExamples.in(InstanceState.ENDED), Duration.ZERO, Duration.ZERO);

        assertThat(desk.end(InstanceAsker.BACKEND, InstanceExamples.in(InstanceState.ENDED), "again"))
                .isInstanceOf(Answer.Done.class);
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName("3.4 (15): a player may leave unless the game objects, and join or create only where it agrees")
    void letsPlayersLeaveAndNothingElse() {
        rules = (_, wish) -> InstanceRules.USUAL.decide(wish);
        var alice = InstanceAsker.player(ALICE);

        assertThat(desk.create(alice, InstanceExamples.creation())).isInstanceOf(Answer.Refused.class);
        var running = running();
        assertThat(desk.add(alice, running, List.of(new InstancePlayer(ALICE, 0))))
                .isInstanceOf(Answer.Refused.class);
        assertThat(desk.remove(alice, running, List.of(ALICE))).isInstanceOf(Answer.Done.class);
    }

    private Verdict ask(GameId game, InstanceWish wish) throws RulesUnavailableException {
        asked.add(wish);
        return rules.decide(game, wish);
    }

    private InstanceRecord running() {
        var running = InstanceExamples.in(InstanceState.RUNNING);
        store.create(running, Duration.ZERO, Duration.ZERO);
        return running;
    }
}
