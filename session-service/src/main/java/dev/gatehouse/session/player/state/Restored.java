package dev.gatehouse.session.player.state;

import dev.gatehouse.model.player.PlayerModel;

/// A player as read from what is stored.
///
/// @param ofThisGame whether a game of the same schema and logic version has written it, on a build of
///     the suite with the same rules of what may be stored; if not, a snapshot must be stored before
///     anything else is
/// @param differing entries of the journal that lead to other models than when they were written: what was
///     acknowledged is kept as the steps, not their result
public record Restored<M extends PlayerModel>(PlayerState<M> state, boolean ofThisGame, int differing) {}
