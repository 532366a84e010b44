/// The WebSocket of pool servers, and the HTTP by which other nodes reach those that are linked here. Reads, hands on,
/// writes; decides nothing.
@NullMarked
package dev.gatehouse.instance.pool.web;

import org.jspecify.annotations.NullMarked;
