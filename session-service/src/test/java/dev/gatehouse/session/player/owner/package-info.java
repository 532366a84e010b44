/// Tests of a player's owner, most of them through the door: registry in memory, threads and time moved by hand.
@NullMarked
package dev.gatehouse.session.player.owner;

import org.jspecify.annotations.NullMarked;
