package dev.gatehouse.model.player;

/// An action that the server starts and both sides run at the position that the client chose. It may touch any member;
/// it must check again what was true when it was started.
public interface SynchronizedServerAction<M extends PlayerModel> extends Action<M> {}
