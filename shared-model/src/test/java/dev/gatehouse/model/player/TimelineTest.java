package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.model.collection.ChunkedVector;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

class TimelineTest {

    private final Timeline<Farm> start = Timeline.start(Farm.GAME, Farm.NEW, 40, Instant.EPOCH);

    @Test
    void runsAClientActionAndKeepsTheOldTimelineAsItWas() {
        var applied = start.run(new Farm.Sow(3));

        assertThat(applied.result()).isEqualTo("ok");
        assertThat(applied.timeline().model()).isEqualTo(Farm.NEW.withCorn(3));
        assertThat(start.model()).isEqualTo(Farm.NEW);
    }

    @Test
    void leavesTheModelOfARefusingActionEvenIfItHandsBackAnotherOne() {
        var applied = start.run(new Farm.Lie());

        assertThat(applied.result()).isEqualTo("just_kidding");
        assertThat(applied.timeline().model()).isEqualTo(Farm.NEW);
    }

    @Test
    void givesAThrowingActionADefinedResultAndChangesNothing() {
        var applied = start.run(new Farm.Explode());

        assertThat(applied.result()).isEqualTo("threw");
        assertThat(applied.failure()).hasMessage("boom at 40");
        assertThat(applied.timeline().model()).isEqualTo(Farm.NEW);
    }

    @Test
    @SuppressWarnings("NullAway") // A game's code may not be checked for null.
    void takesAnActionOrATickThatGivesNoModelForOneThatThrew() {
        var applied = start.run(new Farm.Lose());
        var game = GameModel.of(Farm.class, player -> Farm.NEW)
                .onTick(farm -> null)
                .build();
        var failures = new Failures();

        var ticked = Timeline.start(game, Farm.NEW, 0, Instant.EPOCH).ticks(1, failures);

        assertThat(applied.result()).isEqualTo("threw");
        assertThat(applied.timeline().model()).isEqualTo(Farm.NEW);
        assertThat(ticked.model()).isEqualTo(Farm.NEW);
        assertThat(failures.list()).hasSize(1);
    }

    /// Also in a member that no checksum covers, which nobody would look at before it is stored.
    @Test
    @SuppressWarnings("NullAway") // As above.
    void takesAStepThatLeavesAModelThatCannotBeStoredForOneThatThrew() {
        var forgetful = start.runNow(new Farm.Greet(null));
        var game = GameModel.of(Farm.class, player -> Farm.NEW)
                .onTick(farm -> farm.withParcels(null))
                .build();
        var failures = new Failures();

        var ticked = Timeline.start(game, Farm.NEW, 0, Instant.EPOCH).ticks(1, failures);

        assertThat(ran(forgetful).result()).isEqualTo("threw");
        assertThat(ran(forgetful).failure()).hasMessage("greeting: null (expected: a value)");
        assertThat(ran(forgetful).timeline().model()).isEqualTo(Farm.NEW);
        assertThat(ticked.model()).isEqualTo(Farm.NEW);
        assertThat(failures.list())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("parcels: null (expected: a value)"));
        assertThatIllegalArgumentException().isThrownBy(() -> start.edited(Farm.NEW.withBarn(null)));
    }

    @Test
    void handsTheModelsTimeToActionsAndTicks() {
        var startedAt = Instant.parse("2030-05-01T12:00:00.0009Z");
        var game = GameModel.of(Farm.class, player -> Farm.NEW)
                .ticksPerSecond(3)
                .onTick((farm, context) -> farm.withCorn((int) context.played().toMillis()))
                .build();

        var played = Timeline.start(game, Farm.NEW, 4, startedAt).ticks(3);

        assertThat(played.model().corn()).isEqualTo(2_000);
        assertThat(played.startedAt()).isEqualTo(Instant.parse("2030-05-01T12:00:00Z"));
        assertThat(new ActionContext(7, 3, played.startedAt()).now())
                .isEqualTo(Instant.parse("2030-05-01T12:00:02.333Z"));
    }

    @Test
    void runsNoServerActionForAClient() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start.run(new Farm.Rain()))
                .withMessage("action: Rain (expected: one that may run as CLIENT)");
    }

    @Test
    void countsTicksFromWhereItStarted() {
        assertThat(start.ticks(7).tick()).isEqualTo(47);
    }

    @Test
    void refusesMoreTicksThanAFlushMayHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> start.ticks(21)).withMessageContaining("1 to 20");
        assertThatIllegalArgumentException().isThrownBy(() -> start.ticks(0));
    }

    @Test
    void runsEveryTickOnTheModelAndSurvivesOneThatThrows() {
        var game = GameModel.of(Farm.class, player -> Farm.NEW)
                .onTick(farm -> {
                    if (farm.corn() == 2) {
                        throw new IllegalStateException("no third ear");
                    }
                    return farm.withCorn(farm.corn() + 1);
                })
                .build();
        var failures = new Failures();

        var after = Timeline.start(game, Farm.NEW, 0, Instant.EPOCH).ticks(4, failures);

        assertThat(after.tick()).isEqualTo(4);
        assertThat(after.model().corn()).isEqualTo(2);
        assertThat(failures.list()).hasSize(2);
    }

    @Test
    void executesAServerActionWhereItIsAskedToAndOnlyOnce() {
        var waiting = start.run(new Farm.Sow(3)).timeline().enqueue(9, new Farm.Rain());

        var executed = waiting.run(new Farm.Sow(1)).timeline().execute(9).orElseThrow();

        assertThat(waiting.model().corn()).isEqualTo(3);
        assertThat(executed.timeline().model().corn()).isEqualTo(8);
        assertThat(executed.timeline().pending()).isEmpty();
        assertThat(executed.timeline().execute(9)).isEmpty();
    }

    @Test
    void holdsABoundedNumberOfServerActions() {
        var full = start.enqueue(1, new Farm.Rain()).enqueue(2, new Farm.Rain());

        assertThat(full.hasRoomForPending()).isFalse();
        assertThat(full.pending()).containsExactly(1L, 2L);
        assertThatIllegalStateException().isThrownBy(() -> full.enqueue(3, new Farm.Rain()));
        assertThatIllegalArgumentException().isThrownBy(() -> full.enqueue(2, new Farm.Rain()));
    }

    @Test
    void runsAnUnsynchronizedActionOnMembersOutsideTheChecksum() {
        var greeted = ran(start.runNow(new Farm.Greet("hello")));
        var dusted = ran(greeted.timeline().runNow(new Farm.Dust()));

        assertThat(dusted.timeline().model().greeting()).isEqualTo("hello");
        assertThat(dusted.timeline().model().barn().dust()).isEqualTo(1);
        assertThat(dusted.timeline().model().suspicion()).isEqualTo(1);
    }

    @Test
    void refusesAnUnsynchronizedActionThatTouchesTheChecksumAndNamesTheMember() {
        assertThat(start.runNow(new Farm.Forge("hoe"))).isEqualTo(new Immediate.Touched<Farm>("barn.tools"));

        var forged = start.enqueue(1, new Farm.Forge("hoe")).execute(1).orElseThrow();
        assertThat(forged.timeline().runNow(new Farm.Forge("hoe")))
                .isEqualTo(new Immediate.Touched<Farm>("barn.tools[hoe]"));
    }

    @Test
    void letsAPlayerClaimWhatTheServerQueued() {
        var queued = ran(start.runNow(new Farm.Send("seeds"))).timeline();

        var claimed = queued.run(new Farm.Unpack(1));
        var again = claimed.timeline().run(new Farm.Unpack(1));

        assertThat(claimed.timeline().model().corn()).isEqualTo(5);
        assertThat(again.result()).isEqualTo("no_such_parcel");
    }

    @Test
    void hasAChecksumThatFollowsTheModelAndLeavesOutWhatIsNotInIt() {
        var fresh = start.checksum();
        var sown = start.run(new Farm.Sow(3)).timeline();
        var greeted = ran(sown.runNow(new Farm.Greet("hello"))).timeline();

        assertThat(fresh).matches("[0-9a-f]{16}");
        assertThat(sown.checksum()).isNotEqualTo(fresh);
        assertThat(greeted.checksum()).isEqualTo(sown.checksum());
        assertThat(Timeline.start(Farm.GAME, Farm.NEW.withCorn(3), 0, Instant.EPOCH)
                        .checksum())
                .isEqualTo(sown.checksum());
        assertThat(start.checksum()).isEqualTo(fresh);
    }

    @Test
    void goesOnFromOurOwnFormOfAVectorOnceItIsHashed() {
        var game = GameModel.of(Orchard.class, player -> new Orchard(TreePVector.singleton(1)))
                .onTick(orchard -> new Orchard(TreePVector.from(orchard.trees()).plus(2)))
                .build();
        var timeline = Timeline.start(game, new Orchard(TreePVector.singleton(1)), 0, Instant.EPOCH);
        var ticked = timeline.ticks(1);
        var grown = ticked.model();

        assertThat(timeline.model().trees()).isInstanceOf(ChunkedVector.class).containsExactly(1);
        assertThat(ticked.checksum()).isNotEqualTo(timeline.checksum());
        assertThat(ticked.model()).isEqualTo(grown);
        assertThat(ticked.model().trees()).isInstanceOf(ChunkedVector.class);
    }

    record Orchard(@Member(1) PVector<Integer> trees) implements PlayerModel {}

    private static Applied<Farm> ran(Immediate<Farm> immediate) {
        assertThat(immediate).isInstanceOf(Immediate.Ran.class);
        return ((Immediate.Ran<Farm>) immediate).applied();
    }
}
