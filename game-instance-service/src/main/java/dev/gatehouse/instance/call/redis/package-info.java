/// Knows the session-service nodes that can be called from the registry.
@NullMarked
package dev.gatehouse.instance.call.redis;

import org.jspecify.annotations.NullMarked;
