/// The scripts behind `PlayerJournal`, one class each.
@NullMarked
package dev.gatehouse.registry.journal.redis;

import org.jspecify.annotations.NullMarked;
