/// The scripts behind `PlayerSessions`, one class each.
@NullMarked
package dev.gatehouse.registry.session.redis;

import org.jspecify.annotations.NullMarked;
