/// Each script of this feature against a real Redis.
@NullMarked
package dev.gatehouse.registry.node.redis;

import org.jspecify.annotations.NullMarked;
