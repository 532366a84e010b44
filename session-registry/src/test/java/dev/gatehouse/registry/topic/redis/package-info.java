/// Tests of topics on a real Redis.
@NullMarked
package dev.gatehouse.registry.topic.redis;

import org.jspecify.annotations.NullMarked;
