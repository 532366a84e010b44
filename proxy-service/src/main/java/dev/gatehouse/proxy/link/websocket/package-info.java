/// The link as a WebSocket, one to each live session-service node, on Reactor Netty.
@NullMarked
package dev.gatehouse.proxy.link.websocket;

import org.jspecify.annotations.NullMarked;
