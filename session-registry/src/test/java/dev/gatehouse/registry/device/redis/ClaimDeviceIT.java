package dev.gatehouse.registry.device.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.PROXY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaim;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ClaimDeviceIT {

    private final DeviceClaims claims = new RedisDeviceClaims(SCRIPTS);

    @Test
    void listsTheFirstSessionAlone() throws Exception {
        var claim = answer(claims.claim(GAME, DEVICE, newcomer("s-1"), LONG));

        assertThat(claim.crowdedOut()).isEmpty();
        var alone = claim.all().getFirst();
        assertThat(claim.all())
                .containsExactly(new DeviceSession(new SessionId("s-1"), ALICE, PROXY, alone.connectedAt(), false));
        assertThat(alone.connectedAt()).isPositive();
    }

    @Test
    void listsNewcomersAfterThoseThatWereThere() throws Exception {
        answer(claims.claim(GAME, DEVICE, newcomer("s-1"), LONG));

        assertThat(ids(answer(claims.claim(GAME, DEVICE, newcomer("s-2"), LONG)).all()))
                .containsExactly("s-1", "s-2");
    }

    @Test
    void decidesNewcomersAtOnceOneAfterTheOther() throws Exception {
        var pending = new ArrayList<CompletionStage<DeviceClaim>>();
        for (var i = 0; i < 20; i++) {
            pending.add(claims.claim(GAME, DEVICE, newcomer("s-" + i), LONG));
        }

        for (var i = 0; i < 20; i++) {
            var all = answer(pending.get(i)).all();
            assertThat(all).hasSize(i + 1);
            assertThat(all.stream().map(DeviceSession::connectedAt)).doesNotHaveDuplicates();
        }
    }

    @Test
    void letsOneNewcomerAfterTheOtherDecide() throws Exception {
        answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-1"), LONG, LONG));
        var second = answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-2"), LONG, LONG));

        assertThat(ids(second.orElseThrow().all())).containsExactly("s-1", "s-2");
        assertThat(answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-3"), LONG, LONG)))
                .isEmpty();
        assertThat(answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-2"), LONG, LONG)))
                .isEqualTo(second);

        answer(claims.endTurn(GAME, DEVICE, new SessionId("s-2")));
        var third = answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-3"), LONG, LONG));
        assertThat(ids(third.orElseThrow().all())).containsExactly("s-1", "s-2", "s-3");
    }

    @Test
    void doesNotWaitForEverForANewcomerThatIsGone() throws Exception {
        answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-1"), LONG, LONG));
        answer(claims.claimInTurn(GAME, DEVICE, newcomer("gone"), LONG, SHORT));

        await().untilAsserted(() -> assertThat(answer(claims.claimInTurn(GAME, DEVICE, newcomer("s-3"), LONG, LONG)))
                .isPresent());
    }

    @Test
    void keepsAPlaceThatIsClaimedAgain() throws Exception {
        var first =
                answer(claims.claim(GAME, DEVICE, newcomer("s-1"), LONG)).all().getFirst();
        answer(claims.claim(GAME, DEVICE, newcomer("s-2"), LONG));
        var moved = new DeviceSession(new SessionId("s-1"), ALICE, new NodeId("proxy-2"), 0, true);

        var all = answer(claims.claim(GAME, DEVICE, moved, LONG)).all();

        assertThat(ids(all)).containsExactly("s-1", "s-2");
        assertThat(all.getFirst())
                .isEqualTo(new DeviceSession(
                        new SessionId("s-1"), ALICE, new NodeId("proxy-2"), first.connectedAt(), true));
    }

    @Test
    void forgetsThoseThatEnded() throws Exception {
        answer(claims.claim(GAME, DEVICE, newcomer("kept"), LONG));
        answer(claims.claim(GAME, DEVICE, newcomer("ended"), SHORT));

        await().untilAsserted(() -> assertThat(ids(answer(claims.claim(GAME, DEVICE, newcomer("new"), LONG))
                        .all()))
                .containsExactly("kept", "new"));
    }

    @Test
    void crowdsOutTheOldest() throws Exception {
        for (var i = 0; i < DeviceClaims.MOST_SESSIONS; i++) {
            answer(claims.claim(GAME, DEVICE, newcomer("s-" + i), LONG));
        }

        var claim = answer(claims.claim(GAME, DEVICE, newcomer("s-32"), LONG));

        assertThat(ids(claim.crowdedOut())).containsExactly("s-0");
        assertThat(ids(claim.all()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 32).mapToObj(i -> "s-" + i).toList());
    }

    @Test
    void keepsGamesAndDevicesApart() throws Exception {
        answer(claims.claim(GAME, DEVICE, newcomer("s-1"), LONG));

        assertThat(ids(answer(claims.claim(new GameId("other"), DEVICE, newcomer("s-2"), LONG))
                        .all()))
                .containsExactly("s-2");
        assertThat(ids(answer(claims.claim(GAME, DeviceKey.of("tablet"), newcomer("s-3"), LONG))
                        .all()))
                .containsExactly("s-3");
    }

    @Test
    void leavesNoKeyBehindWhenAllEnded() throws Exception {
        answer(claims.claim(GAME, DEVICE, newcomer("s-1"), Duration.ofMillis(500)));
        answer(claims.claim(GAME, DEVICE, newcomer("s-2"), SHORT));

        var key = RegistryKeys.deviceSessions(GAME, DEVICE);
        assertThat(INSIDE.pttl(key)).isBetween(1L, 500L);
    }

    private static DeviceSession newcomer(String id) {
        return new DeviceSession(new SessionId(id), ALICE, PROXY, 0, false);
    }

    private static List<String> ids(List<DeviceSession> sessions) {
        return sessions.stream().map(session -> session.sessionId().value()).toList();
    }
}
