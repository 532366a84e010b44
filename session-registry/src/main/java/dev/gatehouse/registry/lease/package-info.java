/// Which session-service node owns a player, and the proof of it that every write has to show. Does not renew
/// by itself.
@NullMarked
package dev.gatehouse.registry.lease;

import org.jspecify.annotations.NullMarked;
