/// Asks Agones for game servers: a `GameServerAllocation` takes one that is ready, and marks it with the id by which it
/// is found again.
@NullMarked
package dev.gatehouse.agones;

import org.jspecify.annotations.NullMarked;
