/// Tests of the game server simulator.
@NullMarked
package dev.gatehouse.launcher.simulator;

import org.jspecify.annotations.NullMarked;
