/// All players of a node, and their door: [dev.gatehouse.session.player.Players]. Brings a player into the memory of
/// its shard when somebody wants it, and lets go of it when nobody does. Every call comes from any thread and goes to
/// the player's shard; the rest of this package runs there.
/// What one player does is in `owner`; the packages below are for that one and this. Knows no sockets, no HTTP and
/// no Redis.
@NullMarked
package dev.gatehouse.session.player;

import org.jspecify.annotations.NullMarked;
