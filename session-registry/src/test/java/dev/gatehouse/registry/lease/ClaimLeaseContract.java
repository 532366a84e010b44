package dev.gatehouse.registry.lease;

import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.SHORT;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import dev.gatehouse.registry.lease.LeaseAnswer.HeldBy;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public abstract class ClaimLeaseContract {

    private final TestedRegistry registry;
    private final PlayerLeases leases;

    protected ClaimLeaseContract(TestedRegistry registry) {
        this.registry = registry;
        this.leases = registry.leases();
    }

    @Test
    void grantsAPlayerThatNobodyHolds() throws Exception {
        assertThat(claim(NODE_1, "a", null)).isEqualTo(granted(NODE_1, "a", 1));
    }

    @Test
    void namesTheHolder() throws Exception {
        claim(NODE_1, "a", null);

        var answer = claim(NODE_2, "b", null);

        assertThat(answer).isInstanceOfSatisfying(HeldBy.class, held -> {
            assertThat(held.node()).isEqualTo(NODE_1);
            assertThat(held.remaining()).isPositive().isLessThanOrEqualTo(LONG);
        });
    }

    @Test
    void keepsTheEpochOfAnOwnerThatClaimsAgain() throws Exception {
        claim(NODE_1, "a", null);

        assertThat(claim(NODE_1, "a", null)).isEqualTo(granted(NODE_1, "a", 1));
    }

    @Test
    void tellsApartTwoIncarnationsOnOneNode() throws Exception {
        claim(NODE_1, "before the restart", null);

        assertThat(claim(NODE_1, "after it", null)).isInstanceOf(HeldBy.class);
        assertThat(claim(NODE_1, "after it", NODE_1)).isEqualTo(granted(NODE_1, "after it", 2));
    }

    @Test
    void grantsAPlayerWhoseLeaseEnded() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", SHORT, null));

        registry.awaits(() -> assertThat(claim(NODE_2, "b", null)).isEqualTo(granted(NODE_2, "b", 2)));
    }

    @Test
    void takesOverFromANodeThatIsGone() throws Exception {
        claim(NODE_1, "a", null);

        assertThat(claim(NODE_2, "b", NODE_1)).isEqualTo(granted(NODE_2, "b", 2));
    }

    @Test
    void doesNotTakeOverFromSomebodyElse() throws Exception {
        claim(NODE_1, "a", null);

        assertThat(claim(NODE_2, "b", new NodeId("session-3"))).isInstanceOf(HeldBy.class);
    }

    @Test
    void grantsAPlayerToOneOfManyAtOnce() throws Exception {
        var pending = new ArrayList<CompletionStage<LeaseAnswer>>();
        for (var i = 0; i < 50; i++) {
            pending.add(leases.claim(PLAYER, new NodeId("session-" + i), "nonce-" + i, LONG, null));
        }

        var granted = 0;
        for (var answer : pending) {
            granted += answer(answer) instanceof Granted ? 1 : 0;
        }
        assertThat(granted).isEqualTo(1);
    }

    @Test
    void refusesAnEmptyNonce() {
        assertThatThrownBy(() -> leases.claim(PLAYER, NODE_1, "", LONG, null))
                .hasMessage("nonce: 0 characters (expected: 1 to 64)");
    }

    private LeaseAnswer claim(NodeId node, String nonce, @Nullable NodeId gone) throws Exception {
        return answer(leases.claim(PLAYER, node, nonce, LONG, gone));
    }

    private static Granted granted(NodeId node, String nonce, long epoch) {
        return new Granted(new Lease(PLAYER, node, nonce, epoch));
    }
}
