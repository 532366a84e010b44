/// Tests of goldrush.
@NullMarked
package dev.gatehouse.goldrush.server;

import org.jspecify.annotations.NullMarked;
