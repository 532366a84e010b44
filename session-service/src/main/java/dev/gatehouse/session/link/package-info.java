/// The node's end of the link: what a proxy says becomes calls of [dev.gatehouse.session.player.Players], what
/// they say becomes frames. The WebSocket around it is in `link.web`.
@NullMarked
package dev.gatehouse.session.link;

import org.jspecify.annotations.NullMarked;
