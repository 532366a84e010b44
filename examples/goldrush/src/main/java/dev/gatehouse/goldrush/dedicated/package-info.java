/// Goldrush's dedicated server: a mine that a few players dig in together, each for a reward, until all have left. Runs
/// as a process of its own, which game-instance-service has started, and ends with its game.
@NullMarked
package dev.gatehouse.goldrush.dedicated;

import org.jspecify.annotations.NullMarked;
