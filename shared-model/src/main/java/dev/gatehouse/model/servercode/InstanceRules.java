package dev.gatehouse.model.servercode;

/// Decides what may be done with a game's instances, before anything is done. Called on a virtual thread of some node;
/// may block. An exception or a late answer is a no. Between the answer and what follows the instance may change.
@FunctionalInterface
public interface InstanceRules {

    /// What holds for a game without rules, and a good answer to every wish that a game has no opinion about: the
    /// studio's backend and game servers may do what is possible; players may leave, and neither create nor join.
    InstanceRules USUAL = wish -> switch (wish) {
        case InstanceWish.Create create
        when create.by().isPlayer() -> Verdict.refused("Players create no instances of this game.");
        case InstanceWish.AddPlayers add
        when add.by().isPlayer() -> Verdict.refused("Players join no instances of this game by themselves.");
        case InstanceWish.Create _,
                InstanceWish.AddPlayers _,
                InstanceWish.RemovePlayers _,
                InstanceWish.Update _,
                InstanceWish.End _ -> Verdict.allowed();
    };

    Verdict decide(InstanceWish wish);
}
