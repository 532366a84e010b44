package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.DIRECT_CONNECTION_LOST_ON_SERVER;
import static dev.gatehouse.model.error.ConnectionError.FAILED_TO_RESUME_SESSION;
import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The faults of a resume that need a node and what it has stored, each with its figure.
class StoredFaultsTest {

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");

    @Test
    @DisplayName("F01 a proxy that dies during a handshake leaves no session behind")
    void forgetsANewcomerWhoseProxyDies() {
        var alice = PlayersBench.player("alice");
        first.registry.sessions().holds();
        var early = first.attach("alice", "s-1");
        early.line.close(DIRECT_CONNECTION_LOST_ON_SERVER, ByteString.EMPTY);
        first.registry.sessions().answers();
        first.turns();
        assertThat(first.registry.sessions().of(alice)).isEmpty();
        assertThat(first.shown.all()).isEmpty();

        // Gone before its client could hear the answer.
        first.attach("alice", "s-2").leaves();
        assertThat(first.registry.sessions().of(alice)).containsExactly(new SessionId("s-2"));
        int seconds = 0;
        while (!first.registry.sessions().of(alice).isEmpty() && seconds < 100) {
            first.passes(Duration.ofSeconds(1));
            seconds++;
        }

        assertThat(seconds).isLessThanOrEqualTo(61);
        assertThat(first.shown.all()).isEmpty();
        var next = first.attach("alice", "s-3");
        assertThat(next.started().sessionId()).isEqualTo(new SessionId("s-3"));
        System.out.printf("F01 ghost sessions 0, clean after %d s%n", seconds);
    }

    /// A resume that comes too late, or asks for what is not there.
    enum Late {
        AFTER_THE_WINDOW,
        AFTER_THE_BUFFER_WAS_TRIMMED,
        BEYOND_THE_LAST,
        NEGATIVE,
        OF_AN_EPOCH_BEFORE_THE_FIRST,
        OF_AN_EPOCH_TO_COME
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("F35 a resume that cannot be served hears 1400")
    void refusesWhatItCannotServe(Late late) {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(1));
        var started = alice.started();
        long received = 0;
        long epoch = started.epoch();
        alice.leaves();
        switch (late) {
            case AFTER_THE_WINDOW -> first.passes(Duration.ofSeconds(61));
            case AFTER_THE_BUFFER_WAS_TRIMMED -> {
                for (int i = 0; i < 100; i++) {
                    first.deliver("alice", PlayersBench.news());
                }
            }
            case BEYOND_THE_LAST -> received = 2;
            case NEGATIVE -> received = -1;
            case OF_AN_EPOCH_BEFORE_THE_FIRST -> epoch--;
            case OF_AN_EPOCH_TO_COME -> epoch++;
        }

        var back = first.resume("alice", new Resume(started.sessionId(), started.resumeToken(), epoch, received));

        assertThat(((AttachAnswer.Refused) back.answer()).error()).isEqualTo(FAILED_TO_RESUME_SESSION);
        System.out.printf("F35 %s: 1400%n", late);
    }

    @Test
    @DisplayName("F35 a position of 0 is good")
    void servesAClientThatHasReceivedNothing() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(1));
        alice.leaves();

        assertThat(first.resume("alice", alice, 0).line.numbers()).containsExactly(1L);
    }

    @Test
    @DisplayName("F37 a client that is back before its session is stored finds it")
    void storesASessionBeforeItsClientHearsOfIt() {
        int found = 0;
        for (int run = 0; run < 100; run++) {
            var one = new PlayersBench();
            var other = one.another("session-2");
            one.registry.sessions().holds();
            var alice = one.attach("alice", "s-1");
            assertThat(alice.isAnswered()).isFalse();
            one.registry.sessions().answers();
            one.turns();

            // The node is gone in the very moment in which the client was answered.
            var back = other.resumeFrom(SELF, "alice", tokenOf(alice, 0));
            found += back.answer() instanceof AttachAnswer.Attached ? 1 : 0;

            // And again while the answer to the resume is on its way.
            var third = other.another("session-3");
            var again = third.resumeFrom(other.self(), "alice", tokenOf(back));
            found += again.answer() instanceof AttachAnswer.Attached ? 1 : 0;
        }
        assertThat(found).isEqualTo(200);
        System.out.printf("F37 resumes that succeed: %d of 200%n", found);
    }

    @Test
    @DisplayName("R11 an answer to a resume that is lost locks nobody out, on any node")
    void takesTheTokenBeforeWhereTheAnswerWasLost() {
        var alice = first.attach("alice", "s-1");
        first.resume("alice", alice, 0);

        var again = second.resumeFrom(SELF, "alice", tokenOf(alice, 0));

        assertThat(again.answer()).isInstanceOf(AttachAnswer.Attached.class);
    }

    @Test
    @DisplayName("F39 messages of the session's own and from elsewhere are counted alike")
    void countsWhatComesFromElsewhereAsItsOwn() {
        var alice = first.attach("alice", "s-1");
        for (int round = 0; round < 100; round++) {
            alice.says(3L * round + 1, dig(1));
            first.deliver("alice", PlayersBench.news());
            alice.says(3L * round + 2, dig(1));
            first.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"tip\"}");
            alice.says(3L * round + 3, new ClientMessage.Skip());
            alice.acknowledges(alice.line.numbers().getLast());
        }

        assertThat(alice.line.numbers())
                .isEqualTo(LongStream.rangeClosed(1, alice.line.numbers().size())
                        .boxed()
                        .toList());
        assertThat(alice.line.numbers()).hasSizeGreaterThanOrEqualTo(300);
        var back = first.resume("alice", alice, alice.line.numbers().getLast());
        assertThat(back.resumed().received()).isEqualTo(300);
        assertThat(back.line.numbers()).isEmpty();
        System.out.println("F39 positions that differ: 0 of 300");
    }

    @Test
    @DisplayName("F41 a position of an earlier epoch is never taken for one of the next")
    void rewindsAClientThatKnowsAnEarlierEpoch() {
        int wrong = 0;
        for (int received = 0; received <= 3; received++) {
            var one = new PlayersBench();
            var alice = one.attach("alice", "s-1");
            alice.says(1, dig(1));
            alice.says(2, dig(1));
            alice.says(3, dig(1));
            var other = one.another("session-2");

            var back = other.resumeFrom(SELF, "alice", tokenOf(alice, received));

            assertThat(back.resumed().epoch()).isEqualTo(2);
            assertThat(back.rewind()).isEqualTo(new Rewind(2, 3, true));
            wrong += back.line.numbers().equals(List.of(1L)) ? 0 : 1;
        }
        assertThat(wrong).isZero();
        System.out.printf("F41 wrong replays: %d of 4%n", wrong);
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }

    private static Resume tokenOf(BenchClient client, long received) {
        var started = client.started();
        return new Resume(started.sessionId(), started.resumeToken(), started.epoch(), received);
    }

    private static Resume tokenOf(BenchClient client) {
        var resumed = client.resumed();
        return new Resume(new SessionId("s-1"), resumed.resumeToken(), resumed.epoch(), 0);
    }
}
