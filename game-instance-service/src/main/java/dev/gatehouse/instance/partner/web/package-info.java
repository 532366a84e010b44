/// The WebSocket and the HTTP form of the game servers' link. Reads, hands on, writes; decides nothing.
@NullMarked
package dev.gatehouse.instance.partner.web;

import org.jspecify.annotations.NullMarked;
