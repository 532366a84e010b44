/// The checks between a client's hello and its session, in the order of the contract: their order, those that need no
/// feature of their own, and what is undone when one of them refuses.
@NullMarked
package dev.gatehouse.proxy.handshake;

import org.jspecify.annotations.NullMarked;
