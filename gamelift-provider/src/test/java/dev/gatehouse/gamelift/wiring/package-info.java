@NullMarked
package dev.gatehouse.gamelift.wiring;

import org.jspecify.annotations.NullMarked;
