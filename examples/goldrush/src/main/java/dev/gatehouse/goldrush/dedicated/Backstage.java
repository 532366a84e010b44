package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.model.id.PlayerId;

/// What the mine needs of the world behind it. Calls block until they are answered, and throw nothing.
interface Backstage {

    /// Whose ticket this is. A ticket is good once.
    Entry accept(String ticket);

    /// Gives a player gold for good. Asking again for the same player and game gives nothing more.
    ///
    /// @return false if it could not be done
    boolean reward(PlayerId player, int gold);

    /// The player is no longer here.
    void left(PlayerId player);

    /// Everybody has gone.
    void end(String why);
}
