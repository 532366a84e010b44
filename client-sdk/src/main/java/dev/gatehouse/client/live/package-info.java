/// What goes on around a player: events, groups, and documents that are followed. What is open is
/// opened again by itself where a session could not be resumed, but for what the server has ended.
@NullMarked
package dev.gatehouse.client.live;

import org.jspecify.annotations.NullMarked;
