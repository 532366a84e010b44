/// A load tool that also checks: many guests of goldrush dig, flush, lose their sockets and come back, and at the end
/// every one of them proves from its own numbers that nothing was lost or doubled. It uses the public contract only, so
/// it runs against any deployment that lets guests in.
@NullMarked
package dev.gatehouse.benchmarks.swarm;

import org.jspecify.annotations.NullMarked;
