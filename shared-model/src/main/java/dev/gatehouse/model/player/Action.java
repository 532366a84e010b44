package dev.gatehouse.model.player;

/// Something that can happen to a player, as a record of its arguments with an [ActionCode]. Says who may run it by
/// implementing one or more of [ClientAction], [SynchronizedServerAction] and [UnsynchronizedServerAction].
public interface Action<M extends PlayerModel> {

    /// Makes the next model, or refuses. Pure: the same model, arguments and context give the same outcome on every
    /// machine. It reads no clock, no random source, no file and no socket, and it may not block.
    Outcome<M> execute(M model, ActionContext context);
}
