/// What must survive of a player: a snapshot, and the journal of what was done since. Bytes only; what they
/// mean is the session-service's business. Every write shows its lease.
@NullMarked
package dev.gatehouse.registry.journal;

import org.jspecify.annotations.NullMarked;
