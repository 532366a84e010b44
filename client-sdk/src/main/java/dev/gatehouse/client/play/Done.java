package dev.gatehouse.client.play;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;

/// What an action of the server's did here.
record Done<M extends PlayerModel>(ActionMode mode, Action<M> action, String result) {}
