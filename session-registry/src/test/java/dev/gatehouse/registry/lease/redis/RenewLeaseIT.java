package dev.gatehouse.registry.lease.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.NODE_2;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.redis.RedisPlayerJournal;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.Renewal;
import dev.gatehouse.registry.lease.Renewal.Held;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RenewLeaseIT {

    private final PlayerLeases leases = new RedisPlayerLeases(SCRIPTS);

    @Test
    void renewsAllThatAreStillHeld() throws Exception {
        var held = new ArrayList<Lease>();
        for (var i = 0; i < 100; i++) {
            var player = new PlayerKey(GAME, new PlayerId("player-" + i));
            answer(leases.claim(player, NODE_1, "a", LONG, null));
            held.add(new Lease(player, NODE_1, "a", 1));
        }
        var lost = held.get(7);
        answer(leases.claim(lost.player(), NODE_2, "b", LONG, NODE_1));

        var renewal = answer(leases.renew(held, LONG, LONG));

        held.remove(lost);
        var all = held.stream().map(lease -> new Held(lease, 1)).toList();
        assertThat(renewal).isEqualTo(new Renewal(all, List.of(lost), List.of()));
    }

    @Test
    void renewsALeaseThatEndedIfNobodyTookOver() throws Exception {
        var lease = new Lease(PLAYER, NODE_1, "a", 1);
        answer(leases.claim(PLAYER, NODE_1, "a", SHORT, null));
        await().untilAsserted(() -> assertThat(answer(leases.ownerOf(PLAYER))).isEmpty());

        assertThat(answer(leases.renew(List.of(lease), LONG, LONG)).held()).containsExactly(new Held(lease, 1));
        assertThat(answer(leases.ownerOf(PLAYER))).contains(NODE_1);
    }

    @Test
    void saysWhatTheJournalHas() throws Exception {
        var lease = new Lease(PLAYER, NODE_1, "a", 1);
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        var journal = new RedisPlayerJournal(SCRIPTS);
        var entries = List.of(ByteString.EMPTY, ByteString.EMPTY, ByteString.EMPTY);
        answer(journal.append(List.of(new Append(lease, 1, entries))));
        answer(journal.snapshot(lease, 2, ByteString.EMPTY));

        assertThat(answer(leases.renew(List.of(lease), LONG, LONG)).held()).containsExactly(new Held(lease, 4));
    }

    @Test
    void refusesAnEqualEpochWithAnotherNonce() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        var stale = new Lease(PLAYER, NODE_1, "b", 1);

        assertThat(answer(leases.renew(List.of(stale), LONG, LONG)).lost()).containsExactly(stale);
    }

    @Test
    void refusesTheSameNonceWithAnotherEpoch() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        var stale = new Lease(PLAYER, NODE_1, "a", 2);

        assertThat(answer(leases.renew(List.of(stale), LONG, LONG)).lost()).containsExactly(stale);
    }

    @Test
    void keepsAPlayersEpochForEverAndThatOfAnUnauthenticatedSessionForAWhile() throws Exception {
        var nobody = new PlayerKey(GAME, PlayerId.unauthenticated(new SessionId("s-1")));
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        answer(leases.claim(nobody, NODE_1, "a", LONG, null));
        assertThat(INSIDE.pttl(RegistryKeys.lease(PLAYER))).isEqualTo(-1);
        assertThat(INSIDE.pttl(RegistryKeys.lease(nobody))).isGreaterThan(LONG.toMillis());

        INSIDE.pexpire(RegistryKeys.lease(nobody), LONG.toMillis());
        answer(leases.renew(List.of(new Lease(PLAYER, NODE_1, "a", 1), new Lease(nobody, NODE_1, "a", 1)), LONG, LONG));

        assertThat(INSIDE.pttl(RegistryKeys.lease(PLAYER))).isEqualTo(-1);
        assertThat(INSIDE.pttl(RegistryKeys.lease(nobody))).isGreaterThan(LONG.toMillis());
    }

    @Test
    void hasNothingToSayAboutNoLeases() throws Exception {
        assertThat(answer(leases.renew(List.of(), LONG, LONG))).isEqualTo(new Renewal(List.of(), List.of(), List.of()));
    }
}
