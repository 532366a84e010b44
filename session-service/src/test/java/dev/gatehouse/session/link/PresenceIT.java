package dev.gatehouse.session.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage.Detach;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PresenceIT {

    private static final Duration TTL = Duration.ofSeconds(30);

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final DeviceKey DEVICE = DeviceKey.of("a device");

    @Test
    void showsASessionInTheRegistryAsLongAsItLives() {
        try (var node = SessionNode.start("session-1", REDIS.port());
                var link = ProxyLink.open(node)) {
            var client = new LinkClient(link, 1, "alice", "s-1", DEVICE);
            claimDevice(node, client);

            client.start();
            await().until(() -> connections(node) == 1);
            link.say(1, new Detach(true));

            await().until(() -> connections(node) == 0);
            await().until(() -> !isDeviceListed(node));
        }
    }

    @Test
    void letsNobodyInWhoHasLostItsPlaceOnTheDevice() {
        try (var node = SessionNode.start("session-1", REDIS.port());
                var link = ProxyLink.open(node)) {
            var answer = new LinkClient(link, 1, "alice", "s-1", DEVICE).attach();

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            NodeMessage.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(1500));
        }
    }

    private static void claimDevice(SessionNode node, LinkClient client) {
        var session =
                new DeviceSession(new SessionId("s-1"), client.player().playerId(), new NodeId("proxy-1"), 0, false);
        node.bean(DeviceClaims.class)
                .claim(Purse.GAME_ID, DEVICE, session, TTL)
                .toCompletableFuture()
                .join();
    }

    private static long connections(SessionNode node) {
        return node.bean(GameConnections.class)
                .count(Purse.GAME_ID)
                .toCompletableFuture()
                .join();
    }

    private static boolean isDeviceListed(SessionNode node) {
        return node.bean(DeviceClaims.class)
                .renew(Purse.GAME_ID, DEVICE, new SessionId("s-1"), false, TTL)
                .toCompletableFuture()
                .join();
    }
}
