package dev.gatehouse.registry.session;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.session.KeepResult.Fenced;
import dev.gatehouse.registry.session.KeepResult.Kept;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

public abstract class ForgetSessionContract {

    private static final SessionRecord RECORD = new SessionRecord(new SessionId("s-1"), copyFromUtf8("kept"));

    private final PlayerSessions sessions;
    private final PlayerLeases leases;
    private final Lease lease = new Lease(PLAYER, NODE_1, "a", 1);

    protected ForgetSessionContract(TestedRegistry registry) {
        this.sessions = registry.sessions();
        this.leases = registry.leases();
    }

    @BeforeEach
    void keepsASession() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        answer(sessions.store(lease, List.of(RECORD), LONG, WriteNumber.beginning(1)));
    }

    @Test
    void forgetsASessionHoweverOftenItIsAsked() throws Exception {
        assertThat(answer(sessions.forget(lease, RECORD.id()))).isEqualTo(new Kept());
        assertThat(answer(sessions.forget(lease, RECORD.id()))).isEqualTo(new Kept());

        assertThat(answer(sessions.load(PLAYER)).sessions()).isEmpty();
    }

    @Test
    void fencesAPausedOwnerAfterATakeOver() throws Exception {
        answer(leases.claim(PLAYER, NODE_2, "b", LONG, NODE_1));

        assertThat(answer(sessions.forget(lease, RECORD.id()))).isEqualTo(new Fenced(NODE_2));
        assertThat(answer(sessions.load(PLAYER)).sessions()).containsExactly(RECORD);
    }
}
