package dev.gatehouse.registry.guest.redis;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.guest.GuestAccounts;
import dev.gatehouse.registry.redis.Scripts;
import java.util.concurrent.CompletionStage;

/// Guest accounts in Redis.
public final class RedisGuestAccounts implements GuestAccounts {

    private final Scripts scripts;

    public RedisGuestAccounts(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<PlayerId> of(GameId game, DeviceKey device, PlayerId candidate) {
        return scripts.run(OpenGuest.call(game, device, candidate));
    }
}
