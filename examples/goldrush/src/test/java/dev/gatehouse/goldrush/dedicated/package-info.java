/// Tests of the dedicated server against a world behind it that exists only here.
@NullMarked
package dev.gatehouse.goldrush.dedicated;

import org.jspecify.annotations.NullMarked;
