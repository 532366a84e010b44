package dev.gatehouse.client;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;

/// The game that a client plays.
public record ClientGame<M extends PlayerModel>(GameId id, GameModel<M> model) {}
