/// A proxy: routing, reattachment, the link's book and the client's state machine of production, around
/// sockets that are none.
@NullMarked
package dev.gatehouse.simulation.proxy;

import org.jspecify.annotations.NullMarked;
