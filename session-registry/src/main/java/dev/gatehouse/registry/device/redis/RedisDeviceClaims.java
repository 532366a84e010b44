package dev.gatehouse.registry.device.redis;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaim;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Device claims in Redis.
public final class RedisDeviceClaims implements DeviceClaims {

    private final Scripts scripts;

    public RedisDeviceClaims(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<DeviceClaim> claim(GameId game, DeviceKey device, DeviceSession newcomer, Duration ttl) {
        return scripts.run(ClaimDevice.call(game, device, newcomer, ttl));
    }

    @Override
    public CompletionStage<Optional<DeviceClaim>> claimInTurn(
            GameId game, DeviceKey device, DeviceSession newcomer, Duration ttl, Duration turn) {
        return scripts.run(ClaimDevice.inTurn(game, device, newcomer, ttl, turn));
    }

    @Override
    public CompletionStage<Boolean> endTurn(GameId game, DeviceKey device, SessionId session) {
        return scripts.run(EndTurn.call(game, device, session));
    }

    @Override
    public CompletionStage<Boolean> renew(
            GameId game, DeviceKey device, SessionId session, boolean recovering, Duration ttl) {
        return scripts.run(RenewDevice.call(game, device, session, recovering, ttl));
    }

    @Override
    public CompletionStage<Boolean> release(GameId game, DeviceKey device, SessionId session) {
        return scripts.run(ReleaseDevice.call(game, device, session));
    }
}
