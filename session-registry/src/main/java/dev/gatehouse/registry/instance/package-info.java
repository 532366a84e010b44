/// Game instances as Redis keeps them, who may change one when, which link of its server is live, which
/// tickets are used up, in which a player has a seat, and which come from one game server. What an
/// instance may become is decided by game-instance-service.
@NullMarked
package dev.gatehouse.registry.instance;

import org.jspecify.annotations.NullMarked;
