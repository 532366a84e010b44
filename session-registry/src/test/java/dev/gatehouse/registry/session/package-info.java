/// What `PlayerSessions` promises, as tests for Redis and for the model of it.
@NullMarked
package dev.gatehouse.registry.session;

import org.jspecify.annotations.NullMarked;
