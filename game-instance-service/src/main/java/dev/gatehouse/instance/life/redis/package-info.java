/// Keeps instances in the registry. Waits for its answers: callers run on virtual threads.
@NullMarked
package dev.gatehouse.instance.life.redis;

import org.jspecify.annotations.NullMarked;
