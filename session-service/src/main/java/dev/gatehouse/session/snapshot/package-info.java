/// When a player's snapshot is due, how snapshots and the journal's entries are packed, and how snapshots are stored
/// without holding up a shard. Knows neither models nor sessions; what is rendered comes from outside.
@NullMarked
package dev.gatehouse.session.snapshot;

import org.jspecify.annotations.NullMarked;
