package dev.gatehouse.session.session;

import static dev.gatehouse.model.error.ConnectionError.DIRECT_CONNECTION_LOST_ON_SERVER;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.session.SessionProperties.OutboxProperties;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// The faults of a resume that other systems are known for, each with its figure. Every run is of a
/// seed, which a failure names.
class ResumeFaultsTest {

    private static final SessionId ID = new SessionId("s-1");
    private static final PlayerKey ALICE = new PlayerKey(new GameId("purse"), new PlayerId("alice"));

    private final TestTime time = new TestTime();
    private final SessionWorld world = new SessionWorld(
            new SessionProperties(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(25),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(5),
                    new OutboxProperties(100_000, DataSize.ofMegabytes(64), Duration.ofHours(10)),
                    DataSize.ofKilobytes(64),
                    DataSize.ofMegabytes(1),
                    Duration.ofDays(9)),
            time,
            new ResumeTokens(RandomGenerator.of("L64X128MixRandom")));

    @Test
    @DisplayName("F29 a client that vanishes without a word is noticed within two keep-alives")
    void noticesAClientThatVanishes() {
        var random = new SplittableRandom(29);
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < 1000; run++) {
            var client = new Client();
            time.passes(Duration.ofMillis(random.nextInt(25_000)));
            client.says(null, new ClientMessage.Acknowledge());
            long vanished = time.nanoTime();

            var resumable = client.mayResume();
            while (client.line.isOpen()) {
                time.passes(Duration.ofSeconds(1));
                client.session.tick(time.nanoTime());
            }

            seconds.add((time.nanoTime() - vanished) / 1e9);
            assertThat(resumable).isTrue();
            assertThat(client.line.closedWith()).isEqualTo(DIRECT_CONNECTION_LOST_ON_SERVER);
            assertThat(client.session.isRecovering()).isTrue();
        }
        seconds.sort(Double::compare);
        assertThat(seconds.getLast()).isLessThanOrEqualTo(51);
        System.out.printf("F29 noticed after %.1f s (p99), keep-alive 25 s%n", seconds.get(989));
    }

    @Test
    @DisplayName("F34 of two resumes with one token exactly one wins, and the other hears its code")
    void letsOneOfTwoResumesWin() {
        var random = new SplittableRandom(34);
        int winners = 0;
        for (int run = 0; run < 1000; run++) {
            var client = new Client();
            if (random.nextBoolean()) {
                client.session.detach(client.line, false, time.nanoTime());
            }
            var one = new Socket();
            var two = new Socket();
            var first = new Comeback(client.resumeFrom(0), null, Encoding.JSON, new NodeId("proxy-1"));
            var second = new Comeback(client.resumeFrom(0), null, Encoding.JSON, new NodeId("proxy-2"));
            // What is between question and answer is the time that the registry takes.
            boolean overlap = random.nextBoolean();
            var firstInvited = client.session.invite(first, time.nanoTime()).orElseThrow();
            if (overlap) {
                var secondInvited =
                        client.session.invite(second, time.nanoTime()).orElseThrow();
                one.answered(client.session
                        .resume(first, firstInvited, one.line, time.nanoTime())
                        .orElseThrow());
                two.answered(client.session
                        .resume(second, secondInvited, two.line, time.nanoTime())
                        .orElseThrow());
            } else {
                one.answered(client.session
                        .resume(first, firstInvited, one.line, time.nanoTime())
                        .orElseThrow());
                var secondInvited =
                        client.session.invite(second, time.nanoTime()).orElseThrow();
                two.answered(client.session
                        .resume(second, secondInvited, two.line, time.nanoTime())
                        .orElseThrow());
            }

            winners += (one.line.isOpen() ? 1 : 0) + (two.line.isOpen() ? 1 : 0);
            assertThat(one.line.closedWith()).isEqualTo(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
            assertThat(client.session.isOn(two.line)).isTrue();
            var loser = new Comeback(one.next(), null, Encoding.JSON, new NodeId("proxy-1"));
            assertThat(client.session.invite(loser, time.nanoTime())).isEmpty();
            var winner = new Comeback(two.next(), null, Encoding.JSON, new NodeId("proxy-2"));
            assertThat(client.session.invite(winner, time.nanoTime())).isPresent();
        }
        assertThat(winners).isEqualTo(1000);
        System.out.printf("F34 winners %d of 1000 pairs%n", winners);
    }

    @Test
    @DisplayName("F36 acknowledgements that come late or again never lose what was not received")
    void survivesStaleAcknowledgements() {
        int lost = 0;
        for (int seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            var client = new Client();
            for (int step = 0; step < 100; step++) {
                client.session.send(news(step), time.nanoTime());
                client.reads(random.nextInt(3));
                // Old ones come again, in any order; none is above what was received.
                long ack = random.nextLong(client.received + 1);
                client.says(null, new ClientMessage.Acknowledge(), ack);
            }
            client.resumes();
            client.readsAll();
            lost += client.received == 100 ? 0 : 1;
            assertThat(client.gaps).as("seed " + seed).isZero();
        }
        assertThat(lost).isZero();
        System.out.printf("F36 streams with a loss: %d of 300%n", lost);
    }

    @Test
    @DisplayName("F38 what has no number moves no position")
    void countsNothingThatHasNoNumber() {
        var random = new SplittableRandom(38);
        var client = new Client();
        long said = 0;
        long mismatches = 0;
        long sent = 0;
        for (int step = 0; step < 100_000; step++) {
            switch (random.nextInt(6)) {
                case 0 -> client.says(null, new ClientMessage.Ping(step));
                case 1 -> client.says(null, new ClientMessage.Acknowledge());
                case 2 -> client.says(null, new ClientMessage.Pong(step));
                case 3 -> client.says(++said, new ClientMessage.Skip());
                case 4 -> {
                    client.session.send(news(step), time.nanoTime());
                    sent++;
                }
                default -> client.resumes();
            }
            client.readsAll();
            if (said > 0) {
                client.session.received().journalled(said);
            }
            client.says(null, new ClientMessage.Acknowledge(), client.received);
            mismatches += client.received == sent && client.session.stored().received() == said ? 0 : 1;
        }
        assertThat(mismatches).isZero();
        assertThat(client.gaps).isZero();
        System.out.printf("F38 positions that differ: %d of 100000 steps%n", mismatches);
    }

    @Test
    @DisplayName("F40 what is sent while a resume is under way is neither lost nor doubled")
    void losesNothingAroundAResume() {
        int lost = 0;
        for (int seed = 0; seed < 2000; seed++) {
            var random = new SplittableRandom(seed);
            var client = new Client();
            int sent = 0;
            for (int round = 0; round < 5; round++) {
                sent += client.sendSome(sent, random.nextInt(3));
                client.reads(random.nextInt(4));
                if (random.nextBoolean()) {
                    client.session.detach(client.line, false, time.nanoTime());
                    sent += client.sendSome(sent, random.nextInt(3));
                }
                var comeback = new Comeback(client.resumeFrom(client.received), null, Encoding.JSON, new NodeId("p"));
                // A client that moves goes on reading on its old socket, and acknowledges there.
                client.readsAndSaysSo(random.nextInt(3));
                var invited = client.session.invite(comeback, time.nanoTime()).orElseThrow();
                sent += client.sendSome(sent, random.nextInt(3));
                client.readsAndSaysSo(random.nextInt(3));
                var next = new RecordingLine();
                var answer = client.session
                        .resume(comeback, invited, next, time.nanoTime())
                        .orElseThrow();
                sent += client.sendSome(sent, random.nextInt(3));
                client.session.goOn(time.nanoTime());
                client.isOn(next, answer);
                sent += client.sendSome(sent, random.nextInt(3));
            }
            client.readsAll();
            lost += client.received == sent ? 0 : 1;
            assertThat(client.gaps).as("seed " + seed).isZero();
        }
        assertThat(lost).isZero();
        System.out.printf("F40 streams with a loss: %d of 2000%n", lost);
    }

    private static FlushResult news(long number) {
        return new FlushResult(1, number, List.of(), null);
    }

    /// A socket that asks to resume.
    private static final class Socket {

        final RecordingLine line = new RecordingLine();
        private SessionResumed resumed = new SessionResumed(ID, "", 0, 0);

        void answered(ByteString frame) {
            resumed = (SessionResumed) RecordingLine.read(frame).message();
        }

        Resume next() {
            return new Resume(ID, resumed.resumeToken(), resumed.epoch(), 0);
        }
    }

    /// A client that reads in order, remembers how far it is, and counts what should not be.
    private final class Client {

        RecordingLine line = new RecordingLine();
        final Session session;
        long received;
        int gaps;
        private String token = "the first token";
        private int read;

        Client() {
            var who = new SessionIdentity(ID, ALICE, null, Encoding.JSON, new NodeId("proxy-1"), 5);
            session = new Session(who, world, token, line, time.nanoTime());
        }

        int sendSome(int before, int count) {
            for (int i = 0; i < count; i++) {
                session.send(news(before + i), time.nanoTime());
            }
            return count;
        }

        void says(@Nullable Long seq, ClientMessage message) {
            says(seq, message, null);
        }

        void says(@Nullable Long seq, ClientMessage message, @Nullable Long ack) {
            var frame = FrameCodec.of(Encoding.JSON).encode(new ClientFrame(seq, ack, message));
            assertThat(session.receive(frame, time.nanoTime())).isNotInstanceOf(Heard.Wrong.class);
        }

        void reads(int most) {
            var frames = line.frames();
            for (int i = 0; i < most && read < frames.size(); i++) {
                take(frames.get(read++));
            }
        }

        void readsAndSaysSo(int most) {
            reads(most);
            says(null, new ClientMessage.Acknowledge(), received);
        }

        void readsAll() {
            reads(Integer.MAX_VALUE);
        }

        private void take(ServerFrame frame) {
            var seq = frame.seq();
            if (seq == null) {
                return;
            }
            if (seq == received + 1) {
                received++;
            } else if (seq > received) {
                gaps++;
            }
        }

        Resume resumeFrom(long from) {
            return new Resume(ID, token, 5, from);
        }

        boolean mayResume() {
            var comeback = new Comeback(resumeFrom(received), null, Encoding.JSON, new NodeId("proxy-2"));
            return session.invite(comeback, time.nanoTime()).isPresent();
        }

        void resumes() {
            var comeback = new Comeback(resumeFrom(received), null, Encoding.JSON, new NodeId("proxy-2"));
            var invited = session.invite(comeback, time.nanoTime()).orElseThrow();
            var next = new RecordingLine();
            var answer =
                    session.resume(comeback, invited, next, time.nanoTime()).orElseThrow();
            session.goOn(time.nanoTime());
            isOn(next, answer);
        }

        void isOn(RecordingLine next, ByteString answer) {
            token = ((SessionResumed) RecordingLine.read(answer).message()).resumeToken();
            line = next;
            read = 0;
        }
    }
}
