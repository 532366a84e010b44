/// Keeps the benchmarks honest: that they still run, and that they compare like with like.
@NullMarked
package dev.gatehouse.benchmarks.hotpath;

import org.jspecify.annotations.NullMarked;
