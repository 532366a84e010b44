@NullMarked
package dev.gatehouse.gamelift;

import org.jspecify.annotations.NullMarked;
