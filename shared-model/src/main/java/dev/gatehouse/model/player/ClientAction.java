package dev.gatehouse.model.player;

/// An action that the player's client runs, at once on its own copy; the server replays it. Its arguments come from the
/// client, so `execute` checks every one of them.
public interface ClientAction<M extends PlayerModel> extends Action<M> {}
