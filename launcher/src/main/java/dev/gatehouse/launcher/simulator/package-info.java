/// The game server simulator: what whoever writes a game server can have done to it, with Redis,
/// game-instance-service and this in place of the suite.
@NullMarked
package dev.gatehouse.launcher.simulator;

import org.jspecify.annotations.NullMarked;
