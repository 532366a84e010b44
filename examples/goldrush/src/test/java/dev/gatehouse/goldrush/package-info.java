/// Tests of goldrush.
@NullMarked
package dev.gatehouse.goldrush;

import org.jspecify.annotations.NullMarked;
