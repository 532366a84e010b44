/// Checks that a game server keeps to the contract, whatever it is written in: it is started, and
/// what it says on its link, and at a door for the checks where it has one, is looked at. Knows
/// nothing of games.
@NullMarked
package dev.gatehouse.launcher.simulator.conformance;

import org.jspecify.annotations.NullMarked;
