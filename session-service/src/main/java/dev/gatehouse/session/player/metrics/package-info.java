/// The metrics of sessions and players: `gatehouse_session_*`.
@NullMarked
package dev.gatehouse.session.player.metrics;

import org.jspecify.annotations.NullMarked;
