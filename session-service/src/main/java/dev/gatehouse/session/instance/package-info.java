/// What sessions want of game instances. Every game has [dev.gatehouse.session.instance.GameInstances] for its players
/// to call; the game-instance-service decides, and asks the game's rules.
@NullMarked
package dev.gatehouse.session.instance;

import org.jspecify.annotations.NullMarked;
