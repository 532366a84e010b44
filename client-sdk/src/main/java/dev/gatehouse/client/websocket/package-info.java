/// The client's sockets over the JDK's WebSocket.
@NullMarked
package dev.gatehouse.client.websocket;

import org.jspecify.annotations.NullMarked;
