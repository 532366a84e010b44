/// Tests of a player's owner: registry in memory, threads and time moved by hand.
@NullMarked
package dev.gatehouse.session.player;

import org.jspecify.annotations.NullMarked;
