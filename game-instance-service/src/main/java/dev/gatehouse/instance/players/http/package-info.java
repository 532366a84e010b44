/// Reaches players by session-service's internal HTTP. Knows which node to ask, and nothing of what is said.
@NullMarked
package dev.gatehouse.instance.players.http;

import org.jspecify.annotations.NullMarked;
