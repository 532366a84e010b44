package dev.gatehouse.goldrush.server;

import dev.gatehouse.model.servercode.InstanceRules;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;

/// Anybody may open a mine of their own, and come into any that has room; nobody is taken along.
public final class MineRules implements InstanceRules {

    private static final int ROOM = 16;

    @Override
    public Verdict decide(InstanceWish wish) {
        return switch (wish) {
            case InstanceWish.Create create when create.by().isPlayer() -> open(create);
            case InstanceWish.AddPlayers add when add.by().isPlayer() -> enter(add);
            case InstanceWish.Create _,
                    InstanceWish.AddPlayers _,
                    InstanceWish.RemovePlayers _,
                    InstanceWish.Update _,
                    InstanceWish.End _ -> USUAL.decide(wish);
        };
    }

    private static Verdict open(InstanceWish.Create wish) {
        return wish.players().size() == 1 ? Verdict.allowed() : Verdict.refused("Everybody comes by themselves.");
    }

    private static Verdict enter(InstanceWish.AddPlayers wish) {
        return wish.instance().players().size() < ROOM ? Verdict.allowed() : Verdict.refused("The mine is full.");
    }
}
