package dev.gatehouse.session.player.desync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.session.Ending;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.session.SessionIdentity;
import dev.gatehouse.session.session.SessionWorld;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenDesyncsTest {

    private static final PlayerKey ALICE = PlayersBench.player("alice");
    private static final DesyncReport REPORT = new DesyncReport(new Encoded.Json("{\"gold\":7,\"tip\":\"\"}"), 3L);

    private final PlayersBench bench = new PlayersBench();
    private final SessionWorld world = bench.sessions();
    private final Session session = session("s-1");
    private final OpenDesyncs open = new OpenDesyncs();

    @Test
    void isClosedByItsReportOnly() {
        open.open(found(session));

        assertThat(open.close(session("s-2"), REPORT)).isEmpty();
        assertThat(open.close(session, new DesyncReport(REPORT.model(), 4L))).isEmpty();
        assertThat(open.close(session, REPORT)).isPresent();
        assertThat(open.isEmpty()).isTrue();
        assertThat(open.close(session, REPORT)).isEmpty();
    }

    @Test
    void keepsThatOfEachSessionThatLedUpToABound() {
        var all = IntStream.range(0, 9).mapToObj(i -> session("led-" + i)).toList();
        all.forEach(each -> open.open(found(each)));

        assertThat(open.close(all.getFirst(), REPORT)).isEmpty();
        assertThat(all.subList(1, 9))
                .allSatisfy(each -> assertThat(open.close(each, REPORT))
                        .hasValueSatisfying(found -> assertThat(found.session()).isSameAs(each)));
        assertThat(open.isEmpty()).isTrue();
    }

    @Test
    void isKeptNoLongerThanItsReportMayCome() {
        open.open(found(session));
        session.leave(Ending.of(ConnectionError.PLAYER_CHECKSUM_MISMATCH, "they differ"), bench.time.nanoTime());

        bench.time.passes(Duration.ofMillis(4_999));
        session.tick(bench.time.nanoTime());
        open.tidy();
        assertThat(open.isEmpty()).isFalse();

        bench.time.passes(Duration.ofMillis(1));
        session.tick(bench.time.nanoTime());
        open.tidy();
        assertThat(open.isEmpty()).isTrue();
    }

    private Session session(String id) {
        var who = new SessionIdentity(new SessionId(id), ALICE, null, Encoding.JSON, new NodeId("proxy-1"), 1);
        return new Session(who, world, "a token", new RecordingLine(), bench.time.nanoTime());
    }

    private static Desync found(Session session) {
        return FoundDesync.of(session, 3);
    }
}
