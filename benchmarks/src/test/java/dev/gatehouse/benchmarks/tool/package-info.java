@NullMarked
package dev.gatehouse.benchmarks.tool;

import org.jspecify.annotations.NullMarked;
