/// What another node needs to go on with a player's sessions after the one that held them is gone. Bytes
/// only; what they mean is the session-service's business. Every write shows the player's lease.
@NullMarked
package dev.gatehouse.registry.session;

import org.jspecify.annotations.NullMarked;
