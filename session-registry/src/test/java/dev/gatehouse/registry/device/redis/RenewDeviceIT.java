package dev.gatehouse.registry.device.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.PROXY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RenewDeviceIT {

    private static final SessionId SESSION = new SessionId("s-1");

    private final DeviceClaims claims = new RedisDeviceClaims(SCRIPTS);

    @Test
    void keepsASessionListedAndMarksItsRecovery() throws Exception {
        var before = answer(claims.claim(GAME, DEVICE, session("s-1"), Duration.ofSeconds(5)))
                .all()
                .getFirst();

        assertThat(answer(claims.renew(GAME, DEVICE, SESSION, true, LONG))).isTrue();

        var after =
                answer(claims.claim(GAME, DEVICE, session("s-2"), LONG)).all().getFirst();
        assertThat(after).isEqualTo(new DeviceSession(SESSION, ALICE, PROXY, before.connectedAt(), true));
        assertThat(INSIDE.pttl(RegistryKeys.deviceSessions(GAME, DEVICE))).isGreaterThan(5_000);
    }

    @Test
    void refusesASessionThatIsNotListed() throws Exception {
        assertThat(answer(claims.renew(GAME, DEVICE, SESSION, false, LONG))).isFalse();
    }

    @Test
    void refusesASessionThatEnded() throws Exception {
        answer(claims.claim(GAME, DEVICE, session("other"), LONG));
        answer(claims.claim(GAME, DEVICE, session("s-1"), SHORT));

        // Asked with the same short time: one that just came in time ends again.
        await().untilAsserted(() -> assertThat(answer(claims.renew(GAME, DEVICE, SESSION, false, SHORT)))
                .isFalse());
    }

    private static DeviceSession session(String id) {
        return new DeviceSession(new SessionId(id), ALICE, PROXY, 0, false);
    }
}
