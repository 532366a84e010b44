package dev.gatehouse.session.session;

import static dev.gatehouse.model.error.ConnectionError.DIRECT_CONNECTION_LOST_ON_SERVER;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_PAUSE_DEADLINE_EXCEEDED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_CHECKSUM_MISMATCH;
import static dev.gatehouse.model.error.ConnectionError.PROXY_DRAINING;
import static dev.gatehouse.model.error.ConnectionError.SLOW_CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SessionTest {

    private static final PlayerKey ALICE = new PlayerKey(new GameId("purse"), new PlayerId("alice"));
    private static final SessionId ID = new SessionId("s-1");
    private static final DeviceKey DEVICE = DeviceKey.of("alice's phone");

    private static final String TOKEN = "the first token";

    private final TestTime time = new TestTime();
    private final RecordingLine line = new RecordingLine();
    private final SessionWorld world = new SessionWorld(
            new SessionProperties(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(25),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(5),
                    new SessionProperties.OutboxProperties(3, DataSize.ofMegabytes(4), Duration.ofMinutes(10)),
                    DataSize.ofKilobytes(64),
                    DataSize.ofMegabytes(1),
                    Duration.ofHours(24)),
            time,
            new ResumeTokens(RandomGenerator.of("L64X128MixRandom")));
    private final Session session = new Session(
            new SessionIdentity(ID, ALICE, DEVICE, Encoding.JSON, new NodeId("proxy-1"), 5), world, TOKEN, line, now());
    private final String token = TOKEN;

    @Test
    void startsWithItsTokenAndItsLimits() {
        var started = (SessionStarted)
                RecordingLine.read(session.started(TOKEN, null)).message();

        assertThat(started.resumeToken()).isEqualTo(TOKEN);
        assertThat(started.epoch()).isEqualTo(5);
        assertThat(started.keepAliveMillis()).isEqualTo(25_000);
        assertThat(started.resumeWindowMillis()).isEqualTo(60_000);
        assertThat(started.player()).isNull();
    }

    @Test
    void numbersWhatItSendsFromOne() {
        session.send(result(1), now());
        session.send(result(2), now());

        assertThat(line.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void handsOnTheNextMessageAndDropsTheSameAgain() {
        assertThat(hear(1L, null, flush())).isEqualTo(new Heard.Numbered(1, flush(), time.nanoTime()));
        assertThat(hear(1L, null, flush())).isEqualTo(new Heard.Nothing());
        assertThat(hear(2L, null, flush())).isEqualTo(new Heard.Numbered(2, flush(), time.nanoTime()));
    }

    @Test
    void objectsToAGap() {
        hear(1L, null, flush());

        assertThat(hear(3L, null, flush())).isEqualTo(new Heard.Wrong(MESSAGE_MALFORMED, "seq: 3 (expected: 2)"));
    }

    @Test
    void objectsToAnAcknowledgementOfWhatItNeverSent() {
        assertThat(hear(null, 1L, new ClientMessage.Acknowledge())).isInstanceOf(Heard.Wrong.class);
    }

    @Test
    void objectsToAMessageWithoutItsNumberAndToAControlMessageWithOne() {
        assertThat(hear("{\"type\":\"flush\",\"ops\":[]}")).isInstanceOf(Heard.Wrong.class);
        assertThat(hear("{\"type\":\"ping\",\"seq\":1,\"id\":1}")).isInstanceOf(Heard.Wrong.class);
    }

    @Test
    void objectsToGarbage() {
        assertThat(hear("{\"type\":")).isInstanceOf(Heard.Wrong.class);
    }

    @Test
    void answersAPing() {
        hear(null, null, new ClientMessage.Ping(9));

        assertThat(line.messages()).containsExactly(new ServerMessage.Pong(9, time.millis()));
    }

    @Test
    void acknowledgesOnlyWhatIsSettled() {
        hear(1L, null, flush());
        hear(2L, null, flush());
        session.send(result(0), now());
        session.received().journalled(1);
        session.send(result(1), now());

        assertThat(line.frames().get(0).ack()).isZero();
        assertThat(line.frames().get(1).ack()).isEqualTo(1);
    }

    @Test
    void sendsAgainExactlyWhatTheClientMissed() {
        session.send(result(1), now());
        session.send(result(2), now());
        session.detach(line, false, now());
        session.send(result(3), now());
        var next = new RecordingLine();

        var frame = resumes(resume(token, 1), DEVICE, Encoding.JSON, next, now());
        session.goOn(now());

        assertThat(resumed(frame).received()).isZero();
        assertThat(next.messages()).containsExactly(result(2), result(3));
        assertThat(next.numbers()).containsExactly(2L, 3L);
        assertThat(line.messages()).containsExactly(result(1), result(2));
    }

    @Test
    void saysWhatItHasSettledWhenItResumes() {
        hear(1L, null, flush());
        hear(2L, null, flush());
        session.received().journalled(1);
        session.detach(line, false, now());

        var frame = resumes(resume(token, 0), DEVICE, Encoding.JSON, new RecordingLine(), now());

        assertThat(resumed(frame).received()).isEqualTo(1);
    }

    @Test
    void changesItsTokenWithEveryResume() {
        session.detach(line, false, now());
        var first = resumed(resumes(resume(token, 0), DEVICE, Encoding.JSON, new RecordingLine(), now()));
        hear(null, null, new ClientMessage.Acknowledge());

        assertThat(first.resumeToken()).hasSize(43);
        assertThat(resumes(resume(token, 0), DEVICE, Encoding.JSON, new RecordingLine(), now()))
                .isEmpty();
        assertThat(resumes(resume(first.resumeToken(), 0), DEVICE, Encoding.JSON, new RecordingLine(), now()))
                .isPresent();
    }

    @Test
    void takesTheTokenBeforeUntilTheClientIsKnownToHaveTheNext() {
        session.detach(line, false, now());
        resumes(resume(token, 0), DEVICE, Encoding.JSON, new RecordingLine(), now());

        assertThat(resumes(resume(token, 0), DEVICE, Encoding.JSON, new RecordingLine(), now()))
                .isPresent();
    }

    @Test
    void tellsTheOldSocketWhenAnotherOneResumes() {
        var next = new RecordingLine();

        resumes(resume(token, 0), DEVICE, Encoding.JSON, next, now());
        session.detach(line, false, now());

        assertThat(line.closedWith()).isEqualTo(PROXY_DRAINING);
        assertThat(session.isOn(next)).isTrue();
    }

    @Test
    void resumesNobodyElse() {
        session.detach(line, false, now());

        assertThat(resumes(resume("wrong", 0), DEVICE, Encoding.JSON, line, now()))
                .isEmpty();
        assertThat(resumes(resume(token, 0), DeviceKey.of("another"), Encoding.JSON, line, now()))
                .isEmpty();
        assertThat(resumes(resume(token, 0), null, Encoding.JSON, line, now())).isEmpty();
        assertThat(resumes(resume(token, 0), DEVICE, Encoding.PROTO, line, now()))
                .isEmpty();
        assertThat(resumes(new Resume(ID, token, 4, 0), DEVICE, Encoding.JSON, line, now()))
                .isEmpty();
        assertThat(resumes(resume(token, 1), DEVICE, Encoding.JSON, line, now()))
                .isEmpty();
    }

    @Test
    void isOverWhenItsClientDoesNotComeBackInTime() {
        session.detach(line, false, now());
        time.passes(Duration.ofSeconds(59));
        session.tick(now());
        assertThat(session.isOver()).isFalse();

        time.passes(Duration.ofSeconds(1));
        session.tick(now());

        assertThat(session.isOver()).isTrue();
        assertThat(resumes(resume(token, 0), DEVICE, Encoding.JSON, new RecordingLine(), now()))
                .isEmpty();
    }

    @Test
    void waitsLongerForAClientThatAnnouncedAPause() {
        hear(null, null, new ClientMessage.Pause("an advertisement", 120_000));
        session.detach(line, false, now());
        time.passes(Duration.ofSeconds(179));
        session.tick(now());

        assertThat(resumes(resume(token, 0), DEVICE, Encoding.JSON, new RecordingLine(), now()))
                .isPresent();
    }

    @Test
    void endsAPauseThatLastsTooLong() {
        hear(null, null, new ClientMessage.Pause("lunch", Long.MAX_VALUE));
        time.passes(Duration.ofMinutes(10).minusSeconds(1));
        session.tick(now());
        assertThat(line.isOpen()).isTrue();

        time.passes(Duration.ofSeconds(1));
        session.tick(now());

        assertThat(line.closedWith()).isEqualTo(FORCE_TERMINATED_PAUSE_DEADLINE_EXCEEDED);
        assertThat(session.why()).contains(FORCE_TERMINATED_PAUSE_DEADLINE_EXCEEDED);
    }

    @Test
    void asksASilentClientAndThenGivesItsSocketUp() {
        time.passes(Duration.ofSeconds(25));
        session.tick(now());
        assertThat(line.messages()).containsExactly(new ServerMessage.Ping(1));

        time.passes(Duration.ofSeconds(25));
        session.tick(now());

        assertThat(line.closedWith()).isEqualTo(DIRECT_CONNECTION_LOST_ON_SERVER);
        assertThat(session.isRecovering()).isTrue();
    }

    @Test
    void isOverAtOnceWhenTheClientLeavesForGood() {
        session.detach(line, true, now());

        assertThat(session.isOver()).isTrue();
    }

    @Test
    void holdsBackWhileTheSocketIsFull() {
        session.hold();
        session.send(result(1), now());
        session.send(result(2), now());
        assertThat(line.messages()).isEmpty();

        session.goOn(now());

        assertThat(line.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void closesTheSocketOfAClientThatReadsTooSlowly() {
        session.hold();
        for (int i = 1; i <= 4; i++) {
            session.send(result(i), now());
        }

        session.goOn(now());

        assertThat(line.closedWith()).isEqualTo(SLOW_CONSUMER);
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void goesOnPastItsBoundsWhileTheSocketLivesButCannotBeResumed() {
        for (int i = 1; i <= 4; i++) {
            session.send(result(i), now());
        }
        assertThat(line.numbers()).containsExactly(1L, 2L, 3L, 4L);

        session.detach(line, false, now());

        assertThat(session.isOver()).isTrue();
    }

    @Test
    void keepsTheSocketOpenForAReportAfterItHasSaidWhy() {
        session.leave(Ending.of(PLAYER_CHECKSUM_MISMATCH), now());
        assertThat(line.messages()).containsExactly(PLAYER_CHECKSUM_MISMATCH.terminate());
        assertThat(line.isOpen()).isTrue();

        time.passes(Duration.ofSeconds(5));
        session.tick(now());

        assertThat(line.messages()).hasSize(1);
        assertThat(line.closedWith()).isEqualTo(PLAYER_CHECKSUM_MISMATCH);
    }

    private Optional<ByteString> resumes(
            Resume resume, @Nullable DeviceKey device, Encoding encoding, RecordingLine on, long now) {
        var client = new Comeback(resume, device, encoding, new NodeId("proxy-2"));
        return session.invite(client, now).flatMap(invited -> session.resume(client, invited, on, now));
    }

    private Heard hear(@Nullable Long seq, @Nullable Long ack, ClientMessage message) {
        var bytes = FrameCodec.of(Encoding.JSON).encode(new ClientFrame(seq, ack, message));
        return session.receive(bytes, now());
    }

    private Heard hear(String json) {
        return session.receive(ByteString.copyFromUtf8(json), now());
    }

    private long now() {
        return time.nanoTime();
    }

    private static SessionResumed resumed(Optional<ByteString> frame) {
        return (SessionResumed) RecordingLine.read(frame.orElseThrow()).message();
    }

    private static Resume resume(String token, long received) {
        return new Resume(ID, token, 5, received);
    }

    private static Flush flush() {
        return new Flush(List.of(ClientMessage.Op.ticks(1)), null);
    }

    private static FlushResult result(long tick) {
        return new FlushResult(1, tick, List.of(), null);
    }
}
