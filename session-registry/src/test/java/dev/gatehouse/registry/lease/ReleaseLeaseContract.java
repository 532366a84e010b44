package dev.gatehouse.registry.lease;

import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import org.junit.jupiter.api.Test;

public abstract class ReleaseLeaseContract {

    private final PlayerLeases leases;
    private final Lease first = new Lease(PLAYER, NODE_1, "a", 1);

    protected ReleaseLeaseContract(TestedRegistry registry) {
        this.leases = registry.leases();
    }

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
