package dev.gatehouse.registry.lease.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.NODE_2;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReleaseLeaseIT {

    private final PlayerLeases leases = new RedisPlayerLeases(SCRIPTS);
    private final Lease first = new Lease(PLAYER, NODE_1, "a", 1);

    @Test
    void letsTheNextOwnerInAtOnceWithTheNextEpoch() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));

        assertThat(answer(leases.release(first))).isTrue();

        assertThat(answer(leases.ownerOf(PLAYER))).isEmpty();
        assertThat(answer(leases.claim(PLAYER, NODE_2, "b", LONG, null)))
                .isEqualTo(new Granted(new Lease(PLAYER, NODE_2, "b", 2)));
    }

    @Test
    void doesNotReleaseWhatSomebodyTookOver() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        answer(leases.claim(PLAYER, NODE_2, "b", LONG, NODE_1));

        assertThat(answer(leases.release(first))).isFalse();
        assertThat(answer(leases.ownerOf(PLAYER))).contains(NODE_2);
    }
}
