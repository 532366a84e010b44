/// Tests of the house rules on samples that keep and break them, of time that tests move, and of the shared Redis.
@NullMarked
package dev.gatehouse.testing;

import org.jspecify.annotations.NullMarked;
