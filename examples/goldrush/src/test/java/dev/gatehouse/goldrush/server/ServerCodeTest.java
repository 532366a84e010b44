package dev.gatehouse.goldrush.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.servercode.Readiness;
import dev.gatehouse.model.servercode.ReadyClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerCodeTest {

    @Test
    void keepsOnlyTheNewestSessionOfADevice() {
        var old = session("old", 1);
        var current = session("new", 2);

        assertThat(new NewestOnly().tooManyConnections(current, List.of(old, current)))
                .containsExactly(new SessionId("new"));
    }

    @Test
    void admitsEverybodyButTheBanned() {
        assertThat(new Doorkeeper().clientReady(client("alice"))).isEqualTo(Readiness.admitted());
        assertThat(new Doorkeeper().clientReady(client("banned-bob"))).isInstanceOf(Readiness.Refused.class);
    }

    private static DeviceSession session(String id, long connectedAt) {
        return new DeviceSession(new SessionId(id), new PlayerId("alice"), new NodeId("proxy-1"), connectedAt, false);
    }

    private static ReadyClient client(String player) {
        return new ReadyClient(Goldrush.ID, new PlayerId(player), new SessionId("s"));
    }
}
