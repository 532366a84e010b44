/// Every way a connection can end, and what follows from each: what support, the player and the client are told. Knows
/// nothing of how a connection is made.
@NullMarked
package dev.gatehouse.model.error;

import org.jspecify.annotations.NullMarked;
