package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// Who wants something of an instance. The suite vouches for it.
///
/// @param player which one; absent unless a player asks
public record InstanceAsker(
        @Member(1) Kind kind, @Member(2) @Nullable PlayerId player) {

    /// The studio's backend, or an operator.
    public static final InstanceAsker BACKEND = new InstanceAsker(Kind.BACKEND, null);

    /// A game server: that of the instance.
    public static final InstanceAsker GAME_SERVER = new InstanceAsker(Kind.GAME_SERVER, null);

    public enum Kind {
        @Member(0)
        BACKEND,
        @Member(1)
        GAME_SERVER,
        @Member(2)
        PLAYER
    }

    public InstanceAsker {
        if ((kind == Kind.PLAYER) != (player != null)) {
            throw new IllegalArgumentException(
                    "player: " + player + " (expected: one where a player asks, and none otherwise)");
        }
    }

    public static InstanceAsker player(PlayerId player) {
        return new InstanceAsker(Kind.PLAYER, player);
    }

    public boolean isPlayer() {
        return kind == Kind.PLAYER;
    }
}
