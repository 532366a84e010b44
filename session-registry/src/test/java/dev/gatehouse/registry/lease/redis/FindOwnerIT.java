package dev.gatehouse.registry.lease.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class FindOwnerIT {

    private final PlayerLeases leases = new RedisPlayerLeases(SCRIPTS);

    @Test
    void namesTheOwner() throws Exception {
        assertThat(answer(leases.ownerOf(PLAYER))).isEmpty();

        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));

        assertThat(answer(leases.ownerOf(PLAYER))).contains(NODE_1);
    }

    @Test
    void namesNobodyOnceTheLeaseEnded() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", SHORT, null));

        await().untilAsserted(() -> assertThat(answer(leases.ownerOf(PLAYER))).isEmpty());
    }
}
