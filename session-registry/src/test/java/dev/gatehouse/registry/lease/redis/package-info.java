/// Each script of this feature against a real Redis.
@NullMarked
package dev.gatehouse.registry.lease.redis;

import org.jspecify.annotations.NullMarked;
