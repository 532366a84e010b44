package dev.gatehouse.registry.lease;

import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.SHORT;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.TestedRegistry;
import org.junit.jupiter.api.Test;

public abstract class FindOwnerContract {

    private final TestedRegistry registry;
    private final PlayerLeases leases;

    protected FindOwnerContract(TestedRegistry registry) {
        this.registry = registry;
        this.leases = registry.leases();
    }

    @Test
    void namesTheOwner() throws Exception {
        assertThat(answer(leases.ownerOf(PLAYER))).isEmpty();

        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));

        assertThat(answer(leases.ownerOf(PLAYER))).contains(NODE_1);
    }

    @Test
    void namesNobodyOnceTheLeaseEnded() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", SHORT, null));

        registry.awaits(() -> assertThat(answer(leases.ownerOf(PLAYER))).isEmpty());
    }
}
