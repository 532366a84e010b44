package dev.gatehouse.session.player.owner;

import dev.gatehouse.session.player.world.PlayerWorld;

/// Whether anybody needs a player that has no session here: some are on their way in, or were here until just now.
/// On the player's shard.
final class Use {

    private final PlayerWorld world;

    /// What is under way that needs the player.
    private int underWay;

    /// When the player was last of use, by the monotonic clock.
    private long last;

    Use(PlayerWorld world) {
        this.world = world;
        this.last = world.now();
    }

    /// Something begins that needs the player, such as a client on its way in: it is not let go until that [#ends].
    void begins() {
        underWay++;
    }

    void ends() {
        underWay--;
        used();
    }

    /// The player is of use just now.
    void used() {
        last = world.now();
    }

    /// Whether nobody has needed the player for a while.
    boolean isOver(long now) {
        return underWay == 0 && now - last >= world.limits().linger().toNanos();
    }
}
