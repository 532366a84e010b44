/// A player as a value, and as it is stored: the state and what becomes of it in each step, the journal's entries and
/// the snapshots. It never changes, so any thread may read it, and knows neither sessions nor leases.
/// For whoever owns players, and for what plays stored ones again.
@NullMarked
package dev.gatehouse.session.player.state;

import org.jspecify.annotations.NullMarked;
