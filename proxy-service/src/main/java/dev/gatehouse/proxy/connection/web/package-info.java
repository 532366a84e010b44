/// Clients' sockets on WebFlux and Reactor Netty: the upgrade, the frames, the close. Decides nothing.
@NullMarked
package dev.gatehouse.proxy.connection.web;

import org.jspecify.annotations.NullMarked;
