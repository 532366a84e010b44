/// Each script of this feature against a real Redis.
@NullMarked
package dev.gatehouse.registry.connection.redis;

import org.jspecify.annotations.NullMarked;
