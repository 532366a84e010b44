package dev.gatehouse.session.player;

import dev.gatehouse.model.player.PlayerModel;

/// A player as read from what is stored.
///
/// @param ofThisGame whether a game of the same schema and logic version has written it; if not, a
///     snapshot must be stored before anything else is
record Restored<M extends PlayerModel>(PlayerState<M> state, boolean ofThisGame) {}
