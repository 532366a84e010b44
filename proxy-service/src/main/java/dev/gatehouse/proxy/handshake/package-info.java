/// The checks between a client's hello and its session, in the order of the contract. Each check belongs to its
/// feature;
/// here is only their order, and what is undone when one of them refuses.
@NullMarked
package dev.gatehouse.proxy.handshake;

import org.jspecify.annotations.NullMarked;
