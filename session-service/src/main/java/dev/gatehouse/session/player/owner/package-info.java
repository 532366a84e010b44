/// The owner of a player: the lease, the model with its journal, server actions, and the player's sessions,
/// of which one leads and the others look on.
/// Everything here runs on the player's shard, but for what claims and reads a player, which is thread-safe. Nothing
/// leaves the node before what it says is in the journal.
/// Only [dev.gatehouse.session.player.Players] and what stands behind that door may use it.
@NullMarked
package dev.gatehouse.session.player.owner;

import org.jspecify.annotations.NullMarked;
