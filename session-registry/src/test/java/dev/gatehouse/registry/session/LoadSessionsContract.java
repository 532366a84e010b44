package dev.gatehouse.registry.session;

import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.lease.Lease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class LoadSessionsContract {

    private final TestedRegistry registry;
    private final PlayerSessions sessions;

    protected LoadSessionsContract(TestedRegistry registry) {
        this.registry = registry;
        this.sessions = registry.sessions();
    }

    @Test
    void findsNothingForAPlayerWithoutSessions() throws Exception {
        assertThat(answer(sessions.load(PLAYER))).isEqualTo(new KeptSessions(List.of(), Duration.ZERO));
    }

    @Test
    void readsAnyBytes() throws Exception {
        answer(registry.leases().claim(PLAYER, NODE_1, "a", LONG, null));
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var stored = new SessionRecord(new SessionId("s-1"), ByteString.copyFrom(bytes));

        answer(sessions.store(new Lease(PLAYER, NODE_1, "a", 1), List.of(stored), LONG, WriteNumber.beginning(1)));

        assertThat(answer(sessions.load(PLAYER)).sessions()).containsExactly(stored);
    }
}
