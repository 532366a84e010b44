/// Which instance has which server, in Redis.
@NullMarked
package dev.gatehouse.instance.allocation.redis;

import org.jspecify.annotations.NullMarked;
