/// The link's WebSocket on WebFlux: framing and the bounded way out. Decides nothing.
@NullMarked
package dev.gatehouse.session.link.web;

import org.jspecify.annotations.NullMarked;
