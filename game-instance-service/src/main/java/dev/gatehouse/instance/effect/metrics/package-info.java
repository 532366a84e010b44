/// Counts what becomes of instances.
@NullMarked
package dev.gatehouse.instance.effect.metrics;

import org.jspecify.annotations.NullMarked;
