/// Tests of a player as a value, and as it is stored.
@NullMarked
package dev.gatehouse.session.player.state;

import org.jspecify.annotations.NullMarked;
