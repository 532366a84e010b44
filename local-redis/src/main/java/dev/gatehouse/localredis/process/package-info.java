/// Pauses processes of this machine: Redis, services and game servers, in tests and in the faults that are played
/// against a running suite. Does not start or end any.
@NullMarked
package dev.gatehouse.localredis.process;

import org.jspecify.annotations.NullMarked;
