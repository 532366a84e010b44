/// What is promised, as checks over what happened: the history checkers C1 to C6 and C9.
@NullMarked
package dev.gatehouse.simulation.check;

import org.jspecify.annotations.NullMarked;
