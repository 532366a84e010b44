/// Reaches the game-instance-service.
@NullMarked
package dev.gatehouse.session.instance.http;

import org.jspecify.annotations.NullMarked;
