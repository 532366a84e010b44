/// Tests of the scripts behind `PlayerSessions`.
@NullMarked
package dev.gatehouse.registry.session.redis;

import org.jspecify.annotations.NullMarked;
