/// A node's players on a bench, for tests: registry in memory, threads and time moved by hand, and clients to play
/// with.
@NullMarked
package dev.gatehouse.session.player.bench;

import org.jspecify.annotations.NullMarked;
