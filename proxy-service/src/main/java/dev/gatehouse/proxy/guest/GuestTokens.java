package dev.gatehouse.proxy.guest;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.time.Instant;

/// Signs guests' tokens. May take a millisecond or two.
public interface GuestTokens {

    /// What guests' tokens say in `iss`.
    String ISSUER = "gatehouse:guests";

    /// What they say in `aud`.
    String AUDIENCE = "gatehouse:players";

    String sign(PlayerId player, GameId game, Instant issuedAt, Instant expiresAt);
}
