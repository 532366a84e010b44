package dev.gatehouse.client;

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
import java.util.List;

/// A game of a few lines.
record Mine(@Member(1) int gold, @Member(2) @NoChecksum String tip) implements PlayerModel {

    static final Mine NEW = new Mine(0, "");

    static final ClientGame<Mine> GAME = new ClientGame<>(
            new GameId("mine"),
            GameModel.of(Mine.class, player -> NEW)
                    .actions(List.of(Dig.class, Bonus.class, Tip.class, Stamp.class))
                    .limits(new TimelineLimits(16, 6_000, 4))
                    .logicVersion(3)
                    .build());

    @ActionCode(1)
    record Dig(@Member(1) int amount) implements ClientAction<Mine> {
        @Override
        public Outcome<Mine> execute(Mine mine, ActionContext context) {
            return amount > 0
                    ? Outcome.of(new Mine(mine.gold + amount, mine.tip))
                    : Outcome.refused(mine, "nothing_to_dig");
        }
    }

    @ActionCode(2)
    record Bonus(@Member(1) int factor) implements SynchronizedServerAction<Mine> {
        @Override
        public Outcome<Mine> execute(Mine mine, ActionContext context) {
            return Outcome.of(new Mine(mine.gold * factor, mine.tip));
        }
    }

    @ActionCode(3)
    record Tip(@Member(1) String text) implements UnsynchronizedServerAction<Mine> {
        @Override
        public Outcome<Mine> execute(Mine mine, ActionContext context) {
            return Outcome.of(new Mine(mine.gold, text));
        }
    }
    /// Leaves the model's time as the tip.
    @ActionCode(4)
    record Stamp() implements ClientAction<Mine> {
        @Override
        public Outcome<Mine> execute(Mine mine, ActionContext context) {
            return Outcome.of(new Mine(mine.gold, context.now().toString()));
        }
    }
}
