/// Counts how the keys are read.
@NullMarked
package dev.gatehouse.instance.token.metrics;

import org.jspecify.annotations.NullMarked;
