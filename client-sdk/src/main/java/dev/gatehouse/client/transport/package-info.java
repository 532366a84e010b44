/// How a client's frames get to a server and back: the port that the client's core uses, without
/// numbers, sessions or meaning.
@NullMarked
package dev.gatehouse.client.transport;

import org.jspecify.annotations.NullMarked;
