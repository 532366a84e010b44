/// Tests of goldrush.
@NullMarked
package dev.gatehouse.goldrush.player;

import org.jspecify.annotations.NullMarked;
