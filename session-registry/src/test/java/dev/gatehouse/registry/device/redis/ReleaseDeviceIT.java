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
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReleaseDeviceIT {

    private static final SessionId SESSION = new SessionId("s-1");

    private final DeviceClaims claims = new RedisDeviceClaims(SCRIPTS);

    @Test
    void takesASessionOffTheListOnce() throws Exception {
        answer(claims.claim(GAME, DEVICE, new DeviceSession(SESSION, ALICE, PROXY, 0, false), LONG));

        assertThat(answer(claims.release(GAME, DEVICE, SESSION))).isTrue();
        assertThat(answer(claims.release(GAME, DEVICE, SESSION))).isFalse();
        assertThat(INSIDE.dbsize()).isZero();
    }
}
