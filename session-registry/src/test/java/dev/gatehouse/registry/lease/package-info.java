/// What `PlayerLeases` promises, as tests for Redis and for the model of it.
@NullMarked
package dev.gatehouse.registry.lease;

import org.jspecify.annotations.NullMarked;
