package dev.gatehouse.session.faults;

import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage.Close;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FrameFaultsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final int MEGABYTE = 1 << 20;
    private static final int ROUNDS = 21;

    private static SessionNode node;
    private static int sessions;

    /// @param frame as it comes from the client
    private record Row(ByteString frame, ConnectionError code) {}

    @BeforeAll
    static void start() {
        node = SessionNode.start("session-1", REDIS.port());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @DisplayName("F64: a bomb in the envelope is inflated no further than the limit")
    @Test
    void inflatesNoFurtherThanTheLimit() {
        var bomb = FrameCodec.of(Encoding.JSON).deflate(ByteString.copyFrom(new byte[64 * MEGABYTE]));
        var before = used();
        var median = median(new Row(bomb, MESSAGE_TOO_LARGE));

        System.out.printf(
                "F64: a bomb of %d KB for 64 MB ends the session in %.1f ms, heap %+d MB%n",
                bomb.size() >> 10, median, (used() - before) / MEGABYTE);
        assertThat(median).isLessThan(2_000);
    }

    @DisplayName("F70: JSON beyond its limits ends a session within milliseconds")
    @Test
    void refusesBadJson() {
        var slowest = 0.0;
        var refused = 0.0;
        for (var row : rows().entrySet()) {
            var reading = costOfReading(row.getValue());
            slowest = Math.max(slowest, reading);
            refused = Math.max(refused, median(row.getValue()));
            assertThat(reading).as(row.getKey()).isLessThan(10);
        }
        System.out.printf(
                "F70: %d frames refused, the slowest read in %.2f ms, and ended over the link in a median of %.1f ms%n",
                rows().size(), slowest, refused);
    }

    /// Milliseconds of a processor that it takes to find the frame out, at best: what the machine does besides
    /// only adds.
    private static double costOfReading(Row row) {
        var processor = ManagementFactory.getThreadMXBean();
        var times = new long[ROUNDS];
        var frame = row.frame().toByteArray();
        for (var i = 0; i < ROUNDS; i++) {
            var begun = processor.getCurrentThreadCpuTime();
            assertThatThrownBy(() -> FrameCodec.of(Encoding.JSON).decodeClient(frame))
                    .isInstanceOf(DecodeException.class);
            times[i] = processor.getCurrentThreadCpuTime() - begun;
        }
        Arrays.sort(times);
        return times[0] / 1e6;
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("100000 levels", malformed("{\"type\":\"ping\",\"x\":" + "[".repeat(100_000)));
        rows.put("a number of a million digits", malformed("{\"type\":\"ping\",\"id\":" + "9".repeat(MEGABYTE) + "}"));
        rows.put("a name of a megabyte", malformed("{\"type\":\"ping\",\"" + "x".repeat(MEGABYTE) + "\":1}"));
        rows.put("a name given twice", malformed("{\"type\":\"ping\",\"id\":1,\"id\":2}"));
        rows.put("a class", malformed("{\"@class\":\"javax.naming.InitialContext\",\"id\":1}"));
        rows.put("an array that names a class", malformed("[\"javax.script.ScriptEngineManager\",{}]"));
        rows.put("a type that nobody knows", malformed("{\"type\":\"java.lang.Runtime\",\"seq\":1}"));
        rows.put("not UTF-8", new Row(ByteString.copyFrom(new byte[] {'"', (byte) 0xc3, '('}), MESSAGE_MALFORMED));
        return rows;
    }

    private static Row malformed(String text) {
        return new Row(ByteString.copyFromUtf8(text), MESSAGE_MALFORMED);
    }

    /// Milliseconds from the frame to the end of its session.
    private static double median(Row row) {
        var times = new long[ROUNDS];
        try (var link = ProxyLink.open(node)) {
            for (var i = 0; i < ROUNDS; i++) {
                var name = "victim-" + ++sessions;
                new LinkClient(link, i + 1, name, name).start();
                var begun = System.nanoTime();
                link.send(i + 1, Kind.BYTES, row.frame());
                var close = (Close) link.hearNode(i + 1);
                times[i] = System.nanoTime() - begun;
                assertThat(close.code()).isEqualTo(row.code().code());
            }
        }
        Arrays.sort(times);
        return times[ROUNDS / 2] / 1e6;
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
