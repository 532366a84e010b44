package dev.gatehouse.simulation.game;

import dev.gatehouse.client.ClientGame;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.player.TimelineLimits;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.ServerOnly;
import dev.gatehouse.model.servercode.GameDefinition;
import java.time.Duration;
import java.util.List;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// Everything that was done to a player, in order.
///
/// @param marks the clients' actions
/// @param gifts the synchronized server actions
/// @param mix of all of them, of their order, and of the ticks at which they came
/// @param notes the unsynchronized server actions
/// @param isStrict whether some of those are refused, which only the server knows
public record Ledger(
        @Member(1) PVector<Long> marks,
        @Member(2) PVector<Long> gifts,
        @Member(3) long mix,
        @Member(4) @NoChecksum PVector<Long> notes,
        @Member(5) @ServerOnly boolean isStrict)
        implements PlayerModel {

    public static final GameId ID = new GameId("ledger");

    public static final GameModel<Ledger> MODEL = GameModel.of(Ledger.class, _ -> newcomer())
            .actions(List.of(Mark.class, Gift.class, Note.class))
            .onTick(ledger -> ledger.mixed(1))
            .ticksPerSecond(2)
            .limits(TimelineLimits.DEFAULT.within(Duration.ofMillis(500), Duration.ofSeconds(15)))
            .build();

    public static final ClientGame<Ledger> GAME = new ClientGame<>(ID, MODEL);

    public static GameDefinition definition() {
        return GameDefinition.of(ID, MODEL);
    }

    private static Ledger newcomer() {
        return new Ledger(TreePVector.empty(), TreePVector.empty(), 17, TreePVector.empty(), true);
    }

    /// As one has it who knows nothing of what only the server knows.
    public Ledger withoutHidden() {
        return new Ledger(marks, gifts, mix, notes, false);
    }

    private Ledger mixed(long by) {
        return new Ledger(marks, gifts, mix * 31 + by, notes, isStrict);
    }

    @ActionCode(1)
    public record Mark(@Member(1) long id) implements ClientAction<Ledger> {

        @Override
        public Outcome<Ledger> execute(Ledger ledger, ActionContext context) {
            var next = new Ledger(ledger.marks.plus(id), ledger.gifts, ledger.mix, ledger.notes, ledger.isStrict);
            return Outcome.of(next.mixed(id + context.tick()));
        }
    }

    @ActionCode(2)
    public record Gift(@Member(1) long id) implements SynchronizedServerAction<Ledger> {

        @Override
        public Outcome<Ledger> execute(Ledger ledger, ActionContext context) {
            var next = new Ledger(ledger.marks, ledger.gifts.plus(id), ledger.mix, ledger.notes, ledger.isStrict);
            return Outcome.of(next.mixed(id * 7 + context.tick()));
        }
    }

    /// A client that is told of one that was refused takes it, and parts from the server for good.
    @ActionCode(3)
    public record Note(@Member(1) long id) implements UnsynchronizedServerAction<Ledger> {

        private static final int REFUSED_EVERY = 7;

        @Override
        public Outcome<Ledger> execute(Ledger ledger, ActionContext context) {
            return ledger.isStrict && id % REFUSED_EVERY == 0
                    ? Outcome.refused(ledger, "one_of_seven")
                    : Outcome.of(
                            new Ledger(ledger.marks, ledger.gifts, ledger.mix, ledger.notes.plus(id), ledger.isStrict));
        }
    }
}
