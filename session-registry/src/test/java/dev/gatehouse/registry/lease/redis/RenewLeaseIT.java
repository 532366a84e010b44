package dev.gatehouse.registry.lease.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.RenewLeaseContract;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RenewLeaseIT extends RenewLeaseContract {

    RenewLeaseIT() {
        super(REGISTRY);
    }

    @Test
    void keepsAPlayersEpochForEverAndThatOfAnUnauthenticatedSessionForAWhile() throws Exception {
        var leases = REGISTRY.leases();
        var nobody = new PlayerKey(GAME, PlayerId.unauthenticated(new SessionId("s-1")));
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        answer(leases.claim(nobody, NODE_1, "a", LONG, null));
        assertThat(INSIDE.pttl(RegistryKeys.lease(PLAYER))).isEqualTo(-1);
        assertThat(INSIDE.pttl(RegistryKeys.lease(nobody))).isGreaterThan(LONG.toMillis());

        INSIDE.pexpire(RegistryKeys.lease(nobody), LONG.toMillis());
        answer(leases.renew(List.of(new Lease(PLAYER, NODE_1, "a", 1), new Lease(nobody, NODE_1, "a", 1)), LONG, LONG));

        assertThat(INSIDE.pttl(RegistryKeys.lease(PLAYER))).isEqualTo(-1);
        assertThat(INSIDE.pttl(RegistryKeys.lease(nobody))).isGreaterThan(LONG.toMillis());
    }
}
