/// Each script of this feature against a real Redis.
@NullMarked
package dev.gatehouse.registry.guest.redis;

import org.jspecify.annotations.NullMarked;
