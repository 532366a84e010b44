/// How an instance speaks to its players: through the session-service node that holds each of them.
@NullMarked
package dev.gatehouse.instance.players;

import org.jspecify.annotations.NullMarked;
