/// Compares what a game stores with what it stored before, by a file that is checked in with the game.
@NullMarked
package dev.gatehouse.determinism.history;

import org.jspecify.annotations.NullMarked;
