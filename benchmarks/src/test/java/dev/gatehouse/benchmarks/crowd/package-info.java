@NullMarked
package dev.gatehouse.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
