/// Asks the registry about pools.
@NullMarked
package dev.gatehouse.instance.pool.redis;

import org.jspecify.annotations.NullMarked;
