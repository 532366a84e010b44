/// The scripts behind `Topics`, one class each, and the bus over Redis' publish and subscribe.
@NullMarked
package dev.gatehouse.registry.topic.redis;

import org.jspecify.annotations.NullMarked;
