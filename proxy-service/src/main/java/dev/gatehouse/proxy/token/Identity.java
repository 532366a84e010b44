package dev.gatehouse.proxy.token;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who a token speaks for.
///
/// @param games the only games it is good for; absent where it is good for every game
/// @param expiresAt by the issuer's clock
public record Identity(PlayerId playerId, @Nullable Set<GameId> games, Instant expiresAt) {

    /// What is later cannot be said in milliseconds.
    private static final Instant FAR = Instant.ofEpochMilli(Long.MAX_VALUE);

    /// Milliseconds since 1970, as services tell each other.
    public long expiresAtMillis() {
        return expiresAt.isBefore(FAR) ? expiresAt.toEpochMilli() : FAR.toEpochMilli();
    }

    public boolean mayPlay(GameId game) {
        return games == null || games.contains(game);
    }
}
