package dev.gatehouse.model.player;

/// An action that the server runs now and the client as soon as it hears of it. It may touch only members that are
/// `@NoChecksum` or `@ServerOnly`, because the two sides run it at different positions; it is refused otherwise.
public interface UnsynchronizedServerAction<M extends PlayerModel> extends Action<M> {}
