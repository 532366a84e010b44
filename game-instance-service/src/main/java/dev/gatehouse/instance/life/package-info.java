/// What a game instance is and may become: the decisions, as functions over records, and the one place that
/// carries them out in order. Knows nothing of sockets, HTTP, Redis or processes: those are ports, implemented
/// beside it.
@NullMarked
package dev.gatehouse.instance.life;

import org.jspecify.annotations.NullMarked;
