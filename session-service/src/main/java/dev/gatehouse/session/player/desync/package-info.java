/// What is known when a client reaches another model than this node: found and kept for operators, within a budget,
/// and played again. What belongs to one player is used on its shard only; the desk is for any thread.
@NullMarked
package dev.gatehouse.session.player.desync;

import org.jspecify.annotations.NullMarked;
