/// A real Redis as a child process, for development and tests: the `redis-server` on the PATH, else a bundled one.
/// Never used in production, and no client: only what is needed to see that the server answers.
@NullMarked
package dev.gatehouse.localredis;

import org.jspecify.annotations.NullMarked;
