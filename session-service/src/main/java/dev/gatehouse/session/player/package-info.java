/// The owner of a player: the lease, the model with its journal, server actions, and the player's sessions,
/// of which one leads and the others look on.
/// Everything here runs on the player's shard. Nothing leaves the node before what it says is in the journal.
/// Knows no sockets, no HTTP and no Redis; [dev.gatehouse.session.player.Players] is its door.
@NullMarked
package dev.gatehouse.session.player;

import org.jspecify.annotations.NullMarked;
