package dev.gatehouse.model.player;

/// What came of running an unsynchronized action.
public sealed interface Immediate<M extends PlayerModel> {

    /// It was run, whatever its result.
    record Ran<M extends PlayerModel>(Applied<M> applied) implements Immediate<M> {}

    /// It was not run: it would have changed a member that is in the checksum.
    ///
    /// @param member its path, such as `gold` or `inventory[pickaxe]`
    record Touched<M extends PlayerModel>(String member) implements Immediate<M> {}
}
