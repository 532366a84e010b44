package dev.gatehouse.determinism;

import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.RandomState;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// A game that uses all that a model has for chance, fractions, time and order.
final class Bazaar implements DeterminismContract<Bazaar.Stall> {

    private static final GameModel<Stall> GAME = GameModel.of(Stall.class, player -> Stall.NEW)
            .actions(List.of(Haggle.class, Stock.class, Mix.class, Rumour.class))
            .onTick((stall, context) -> stall.at(context.now()))
            .build();

    @Override
    public GameModel<Stall> game() {
        return GAME;
    }

    record Stall(
            @Member(1) PSortedMap<String, Fixed> prices,
            @Member(2) RandomState dice,
            @Member(3) Instant opened,
            @Member(4) double mood,
            @Member(5) @NoChecksum String rumour)
            implements PlayerModel {

        static final Stall NEW = new Stall(TreePMap.empty(), RandomState.seeded(5), Instant.EPOCH, 1, "");

        Stall at(Instant now) {
            return new Stall(prices, dice, now, mood, rumour);
        }

        Stall with(PSortedMap<String, Fixed> newPrices, RandomState next) {
            return new Stall(newPrices, next, opened, mood, rumour);
        }
    }

    @ActionCode(1)
    record Haggle(@Member(1) String ware, @Member(2) int percent) implements ClientAction<Stall> {
        @Override
        public Outcome<Stall> execute(Stall stall, ActionContext context) {
            var name = ware.toLowerCase(Locale.ROOT);
            var roll = stall.dice().nextInt(100);
            var price = stall.prices().getOrDefault(name, Fixed.ONE).times(Fixed.ratio(percent, 100));
            return roll.value() < 90
                    ? Outcome.of(stall.with(stall.prices().plus(name, price), roll.next()))
                    : Outcome.refused(stall, "not_today");
        }
    }

    @ActionCode(2)
    record Stock(@Member(1) PSortedMap<String, Fixed> wares) implements SynchronizedServerAction<Stall> {
        @Override
        public Outcome<Stall> execute(Stall stall, ActionContext context) {
            return Outcome.of(stall.with(stall.prices().plusAll(wares), stall.dice()));
        }
    }

    @ActionCode(3)
    record Mix(@Member(1) double weight) implements ClientAction<Stall> {
        @Override
        public Outcome<Stall> execute(Stall stall, ActionContext context) {
            double mood = StrictMath.sin(stall.mood() + weight) * Math.sqrt(Math.abs(weight));
            return Outcome.of(new Stall(stall.prices(), stall.dice(), stall.opened(), mood, stall.rumour()));
        }
    }

    @ActionCode(4)
    record Rumour(@Member(1) String text) implements UnsynchronizedServerAction<Stall> {
        @Override
        public Outcome<Stall> execute(Stall stall, ActionContext context) {
            return Outcome.of(new Stall(stall.prices(), stall.dice(), stall.opened(), stall.mood(), text));
        }
    }
}
