/// Goldrush's server code: what the session-service asks before it lets somebody in.
@NullMarked
package dev.gatehouse.goldrush.server;

import org.jspecify.annotations.NullMarked;
