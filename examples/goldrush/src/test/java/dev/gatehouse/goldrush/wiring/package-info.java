/// Tests of goldrush.
@NullMarked
package dev.gatehouse.goldrush.wiring;

import org.jspecify.annotations.NullMarked;
