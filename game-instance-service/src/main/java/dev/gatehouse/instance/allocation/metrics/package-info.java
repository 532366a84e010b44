/// Counts what providers answer and what becomes of servers.
@NullMarked
package dev.gatehouse.instance.allocation.metrics;

import org.jspecify.annotations.NullMarked;
