/// Counts what becomes of news for players.
@NullMarked
package dev.gatehouse.instance.players.metrics;

import org.jspecify.annotations.NullMarked;
