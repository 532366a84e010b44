package dev.gatehouse.registry.session;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.SHORT;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.session.KeepResult.Fenced;
import dev.gatehouse.registry.session.KeepResult.Kept;
import dev.gatehouse.registry.session.KeepResult.Unconfirmed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

public abstract class StoreSessionContract {

    private final TestedRegistry registry;
    private final PlayerSessions sessions;
    private final PlayerLeases leases;
    private final Lease lease = new Lease(PLAYER, NODE_1, "a", 1);

    protected StoreSessionContract(TestedRegistry registry) {
        this.registry = registry;
        this.sessions = registry.sessions();
        this.leases = registry.leases();
    }

    @BeforeEach
    void ownsThePlayer() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
    }

    @Test
    void replacesWhatWasStoredBefore() throws Exception {
        store(lease, record("s-1", "first"));

        assertThat(store(lease, record("s-1", "second"), record("s-2", "other")))
                .isEqualTo(new Kept());
        assertThat(answer(sessions.load(PLAYER)).sessions())
                .containsExactlyInAnyOrder(record("s-1", "second"), record("s-2", "other"));
    }

    @Test
    void keepsNoMoreThanItsBound() throws Exception {
        for (var i = 0; i < PlayerSessions.MOST_KEPT; i++) {
            assertThat(store(lease, record("s-" + i, "kept"))).isEqualTo(new Kept());
        }

        assertThat(store(lease, record("s-more", "too many"))).isInstanceOf(Unconfirmed.class);
        assertThat(store(lease, record("s-0", "again"))).isEqualTo(new Kept());
        assertThat(answer(sessions.load(PLAYER)).sessions()).hasSize(PlayerSessions.MOST_KEPT);
    }

    @Test
    void fencesAPausedOwnerAfterATakeOver() throws Exception {
        answer(leases.claim(PLAYER, NODE_2, "b", LONG, NODE_1));

        assertThat(store(lease, record("s-1", "late"))).isEqualTo(new Fenced(NODE_2));
        assertThat(answer(sessions.load(PLAYER)).sessions()).isEmpty();
    }

    @Test
    void fencesAnEqualEpochWithAnotherNonce() throws Exception {
        assertThat(store(new Lease(PLAYER, NODE_2, "b", 1), record("s-1", "stale")))
                .isEqualTo(new Fenced(NODE_1));
    }

    @Test
    void isKeptForAsLongAsTheLeaseIsRenewedAndAWhileLonger() throws Exception {
        answer(sessions.store(lease, List.of(record("s-1", "kept")), LONG.dividedBy(2), WriteNumber.beginning(1)));

        answer(leases.renew(List.of(lease), SHORT, LONG));

        assertThat(answer(sessions.load(PLAYER)).remaining()).isBetween(LONG.dividedBy(2), LONG);
    }

    @Test
    void isForgottenWhereNobodyRenewsTheLeaseAndNotBroughtBackByARenewal() throws Exception {
        answer(sessions.store(lease, List.of(record("s-1", "kept")), SHORT, WriteNumber.beginning(1)));
        registry.awaits(
                () -> assertThat(answer(sessions.load(PLAYER)).sessions()).isEmpty());

        answer(leases.renew(List.of(lease), LONG, LONG));

        assertThat(answer(sessions.load(PLAYER))).isEqualTo(new KeptSessions(List.of(), Duration.ZERO));
    }

    private KeepResult store(Lease by, SessionRecord... records) throws Exception {
        return answer(sessions.store(by, List.of(records), LONG, WriteNumber.beginning(1)));
    }

    private static SessionRecord record(String id, String text) {
        return new SessionRecord(new SessionId(id), copyFromUtf8(text));
    }
}
