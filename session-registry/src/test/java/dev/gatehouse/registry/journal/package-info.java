/// What `PlayerJournal` promises, as tests for Redis and for the model of it.
@NullMarked
package dev.gatehouse.registry.journal;

import org.jspecify.annotations.NullMarked;
