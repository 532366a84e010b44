/// How a proxy that is about to stop parts from its clients: each is asked to move within a window of
/// its own.
@NullMarked
package dev.gatehouse.proxy.drain;

import org.jspecify.annotations.NullMarked;
