/// Puts the provider together where it is set up.
@NullMarked
package dev.gatehouse.gamelift.wiring;

import org.jspecify.annotations.NullMarked;
