/// The registry's beans, for Spring Boot to configure by itself from `spring.data.redis.*` and
/// `gatehouse.registry.*`. Decides nothing.
@NullMarked
package dev.gatehouse.registry.wiring;

import org.jspecify.annotations.NullMarked;
