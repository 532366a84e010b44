package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.Encoding;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PendingQueueTest {

    @Test
    void givesEveryItemAnIdThatIsNeverGivenAgain() {
        var queue = PendingQueue.<String>empty().append("a").append("b");

        var rest = queue.claim(2).orElseThrow().rest().append("c");

        assertThat(rest.items()).containsExactly(new Pending<>(1, "a"), new Pending<>(3, "c"));
    }

    @Test
    void handsOutAnItemOnce() {
        var claim = PendingQueue.<String>empty().append("a").claim(1).orElseThrow();

        assertThat(claim.value()).isEqualTo("a");
        assertThat(claim.rest().claim(1)).isEmpty();
    }

    /// Neither side waits for the other: what one has done reaches the other any time later, in order.
    @Test
    @DisplayName("2.4 (15): the server appends and the player claims 10^5 times: each item once, both sides equal")
    void letsBothEndsWorkAtTheirOwnPace() {
        var random = new SplittableRandom(15);
        var server = Timeline.start(Farm.GAME, Farm.NEW, 0, Instant.EPOCH);
        var client = server;
        var toClient = new ArrayDeque<Farm.Send>();
        var toServer = new ArrayDeque<Farm.Unpack>();
        var results = new ArrayDeque<String>();
        long sent = 0;
        int refused = 0;
        for (int i = 0; i < 100_000 || !toClient.isEmpty() || !toServer.isEmpty(); i++) {
            int turn = random.nextInt(i < 100_000 ? 4 : 2);
            // In every other stretch nothing but sending goes on at times, until the queue is full.
            turn = turn == 3 && i / 5_000 % 2 == 1 ? 2 : turn;
            if (turn == 0 && !toClient.isEmpty()) {
                client = ran(client.runNow(toClient.remove()));
            } else if (turn == 1 && !toServer.isEmpty()) {
                var replayed = server.run(toServer.remove());
                assertThat(replayed.result()).isEqualTo(results.remove());
                server = replayed.timeline();
            } else if (turn == 2) {
                var send = new Farm.Send("parcel " + sent);
                var applied = ((Immediate.Ran<Farm>) server.runNow(send)).applied();
                if (applied.isOk()) {
                    server = applied.timeline();
                    toClient.add(send);
                    sent++;
                } else {
                    refused++;
                }
            } else if (turn == 3) {
                var items = client.model().parcels().items();
                toServer.add(
                        new Farm.Unpack(items.isEmpty() ? 0 : items.getFirst().id()));
                var claimed = client.run(toServer.getLast());
                results.add(claimed.result());
                assertThat(claimed.result()).isEqualTo(items.isEmpty() ? "no_such_parcel" : "ok");
                client = claimed.timeline();
            }
        }

        assertThat(client.model().parcels()).isEqualTo(server.model().parcels());
        assertThat(client.checksum()).isEqualTo(server.checksum());
        var left = client.model().parcels();
        assertThat(left.nextId()).isEqualTo(sent + 1).isGreaterThan(10_000);
        assertThat(refused).isGreaterThan(1_000);
        assertThat(client.model().corn()).isEqualTo(5 * (sent - left.items().size()));
    }

    @Test
    @DisplayName("2.4 (15): a client that crashes between the animation and the claim finds the item again, once")
    void leavesAnItemToAClientThatCrashesBeforeItsClaimIsSaid() throws DecodeException {
        var fresh = Timeline.start(Farm.GAME, Farm.NEW, 0, Instant.EPOCH);
        var server = ran(fresh.runNow(new Farm.Send("a parcel")));
        var shown = server.model().parcels().items().getFirst();
        var claimed = server.run(new Farm.Unpack(shown.id())).timeline();
        assertThat(claimed.model().parcels().items()).isEmpty();

        // All that it ran is gone with it; the next one starts with what the server has.
        var stored = Farm.GAME.encodeModel(Encoding.PROTO, server.model(), Audience.CLIENT);
        var again = Timeline.start(Farm.GAME, Farm.GAME.decodeModel(stored), server.tick(), Instant.EPOCH);
        assertThat(again.model().parcels().items()).containsExactly(shown);
        var claim = new Farm.Unpack(shown.id());
        var after = server.run(claim);

        assertThat(after.result()).isEqualTo("ok");
        assertThat(again.run(claim).timeline().checksum())
                .isEqualTo(after.timeline().checksum());
        assertThat(after.timeline().run(claim).result()).isEqualTo("no_such_parcel");
        assertThat(after.timeline().model().corn()).isEqualTo(5);
    }

    private static Timeline<Farm> ran(Immediate<Farm> outcome) {
        return ((Immediate.Ran<Farm>) outcome).applied().timeline();
    }

    @Test
    void isBounded() {
        var queue = PendingQueue.<Integer>empty();
        for (int i = 0; i < PendingQueue.CAPACITY; i++) {
            queue = queue.append(i);
        }

        var full = queue;
        assertThat(full.isFull()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> full.append(0));
    }
}
