/// Counts what game servers ask.
@NullMarked
package dev.gatehouse.instance.partner.metrics;

import org.jspecify.annotations.NullMarked;
