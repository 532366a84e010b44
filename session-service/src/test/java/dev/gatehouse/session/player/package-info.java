/// Tests of all that a node's players do together: registry in memory, threads and time moved by hand.
@NullMarked
package dev.gatehouse.session.player;

import org.jspecify.annotations.NullMarked;
