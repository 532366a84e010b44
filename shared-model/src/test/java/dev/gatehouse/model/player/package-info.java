/// Tests of the player-model framework on a game that exists only here.
@NullMarked
package dev.gatehouse.model.player;

import org.jspecify.annotations.NullMarked;
