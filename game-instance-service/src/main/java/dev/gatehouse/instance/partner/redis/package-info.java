/// Keeps links and used tickets in the registry. Waits for its answers: callers run on virtual threads.
@NullMarked
package dev.gatehouse.instance.partner.redis;

import org.jspecify.annotations.NullMarked;
