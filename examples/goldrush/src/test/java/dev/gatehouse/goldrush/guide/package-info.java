/// Compiles what the guides show to whoever writes a game.
@NullMarked
package dev.gatehouse.goldrush.guide;

import org.jspecify.annotations.NullMarked;
