@NullMarked
package dev.gatehouse.registry.pool.redis;

import org.jspecify.annotations.NullMarked;
