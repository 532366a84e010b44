/// A line to a server on this machine that can lose what is sent over it and be cut: to Redis in tests, to a proxy in
/// the
/// demo. Knows nothing of what it carries.
@NullMarked
package dev.gatehouse.localredis.line;

import org.jspecify.annotations.NullMarked;
