package dev.gatehouse.registry.device.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.PROXY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class EndTurnIT {

    private static final SessionId SESSION = new SessionId("s-1");

    private final DeviceClaims claims = new RedisDeviceClaims(SCRIPTS);

    @Test
    void endsOnlyItsOwn() throws Exception {
        answer(claims.claimInTurn(GAME, DEVICE, newcomer("other"), LONG, LONG));
        answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-1"), LONG, LONG));

        assertThat(answer(claims.endTurn(GAME, DEVICE, new SessionId("other")))).isFalse();
        assertThat(answer(claims.endTurn(GAME, DEVICE, SESSION))).isTrue();
        assertThat(answer(claims.endTurn(GAME, DEVICE, SESSION))).isFalse();
        assertThat(INSIDE.exists(RegistryKeys.deviceTurn(GAME, DEVICE))).isZero();
    }

    private static DeviceSession newcomer(String id) {
        return new DeviceSession(new SessionId(id), ALICE, PROXY, 0, false);
    }
}
