/// Tests of what is counted of players.
@NullMarked
package dev.gatehouse.session.player.metrics;

import org.jspecify.annotations.NullMarked;
