/// What a player's client does by itself: it goes down a mine with a ticket. For demonstrations and tests; a player's
/// own client would draw it.
@NullMarked
package dev.gatehouse.goldrush.bot;

import org.jspecify.annotations.NullMarked;
