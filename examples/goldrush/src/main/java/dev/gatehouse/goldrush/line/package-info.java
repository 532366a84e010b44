/// How a player's client and a dedicated server of goldrush talk: one line of text each way at a time, over TCP. This
/// is
/// the game's own protocol, no part of the suite.
///
/// ```text
/// JOIN <ticket>   ->  WELCOME <player id>   or   REFUSED <code>
/// DIG             ->  FOUND <nuggets so far>
/// LEAVE           ->  REWARD <gold>
/// ```
@NullMarked
package dev.gatehouse.goldrush.line;

import org.jspecify.annotations.NullMarked;
