/// Keeps instances in the registry, and counts what comes from one game server. Waits for its answers:
/// callers run on virtual threads.
@NullMarked
package dev.gatehouse.instance.life.redis;

import org.jspecify.annotations.NullMarked;
