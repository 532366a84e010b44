/// The scripts behind `DocumentStore`, one class each, and the bus over Redis' publish and subscribe.
@NullMarked
package dev.gatehouse.registry.document.redis;

import org.jspecify.annotations.NullMarked;
