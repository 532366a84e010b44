/// Steps of a game, what came of them, and the comparison of two such runs. No process, no file.
@NullMarked
package dev.gatehouse.determinism.replay;

import org.jspecify.annotations.NullMarked;
