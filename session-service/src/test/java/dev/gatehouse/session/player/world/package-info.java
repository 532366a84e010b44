/// Tests of what the players of a node share.
@NullMarked
package dev.gatehouse.session.player.world;

import org.jspecify.annotations.NullMarked;
