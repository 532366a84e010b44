/// Tests of what diggers do together.
@NullMarked
package dev.gatehouse.goldrush.town;

import org.jspecify.annotations.NullMarked;
