package dev.gatehouse.registry.lease;

import static dev.gatehouse.registry.TestedRegistry.GAME;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.SHORT;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.lease.Renewal.Held;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public abstract class RenewLeaseContract {

    private final TestedRegistry registry;
    private final PlayerLeases leases;

    protected RenewLeaseContract(TestedRegistry registry) {
        this.registry = registry;
        this.leases = registry.leases();
    }

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
        var all = held.stream().map(lease -> new Held(lease, 1, 0)).toList();
        assertThat(renewal).isEqualTo(new Renewal(all, List.of(lost), List.of()));
    }

    @Test
    void renewsALeaseThatEndedIfNobodyTookOver() throws Exception {
        var lease = new Lease(PLAYER, NODE_1, "a", 1);
        answer(leases.claim(PLAYER, NODE_1, "a", SHORT, null));
        registry.awaits(() -> assertThat(answer(leases.ownerOf(PLAYER))).isEmpty());

        assertThat(answer(leases.renew(List.of(lease), LONG, LONG)).held()).containsExactly(new Held(lease, 1, 0));
        assertThat(answer(leases.ownerOf(PLAYER))).contains(NODE_1);
    }

    @Test
    void saysWhatTheJournalHas() throws Exception {
        var lease = new Lease(PLAYER, NODE_1, "a", 1);
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        var journal = registry.journal();
        var entries = List.of(ByteString.EMPTY, ByteString.EMPTY, ByteString.EMPTY);
        answer(journal.append(List.of(new Append(lease, 1, entries))));
        answer(journal.snapshot(lease, 2, ByteString.EMPTY));

        assertThat(answer(leases.renew(List.of(lease), LONG, LONG)).held()).containsExactly(new Held(lease, 4, 0));
    }

    @Test
    void saysHowFarItHasWhatItsOwnerWroteOfSessionsWithoutAGap() throws Exception {
        var lease = new Lease(PLAYER, NODE_1, "a", 1);
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        write(lease, WriteNumber.beginning(7), 2);
        assertThat(kept(lease)).isEqualTo(8);

        write(lease, WriteNumber.following(10), 2);
        assertThat(kept(lease)).isEqualTo(8);
        write(lease, WriteNumber.following(9), 1);
        assertThat(kept(lease)).isEqualTo(9);
        write(lease, WriteNumber.beginning(12), 3);
        assertThat(kept(lease)).isEqualTo(14);

        answer(leases.claim(PLAYER, NODE_2, "b", LONG, NODE_1));
        var next = new Lease(PLAYER, NODE_2, "b", 2);
        assertThat(kept(next)).isZero();
        write(next, WriteNumber.following(15), 1);
        assertThat(kept(next)).isZero();
    }

    private void write(Lease lease, WriteNumber first, int sessions) throws Exception {
        var records = IntStream.range(0, sessions)
                .mapToObj(i -> new SessionRecord(new SessionId("s-" + i), ByteString.EMPTY))
                .toList();
        answer(registry.sessions().store(lease, records, LONG, first));
    }

    private long kept(Lease lease) throws Exception {
        return answer(leases.renew(List.of(lease), LONG, LONG))
                .held()
                .getFirst()
                .kept();
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
    void hasNothingToSayAboutNoLeases() throws Exception {
        assertThat(answer(leases.renew(List.of(), LONG, LONG))).isEqualTo(new Renewal(List.of(), List.of(), List.of()));
    }
}
