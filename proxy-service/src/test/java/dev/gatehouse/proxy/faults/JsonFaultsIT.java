package dev.gatehouse.proxy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.RawSocket;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JsonFaultsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final String MALFORMED = "4001 handshake_malformed";
    private static final String TOO_LARGE = "4031 message_too_large";

    /// Of each row, so that the median is not what the first ones cost, when nothing is compiled yet.
    private static final int ROUNDS = 51;

    private static Scene scene;

    /// @param reason of the close frame
    private record Row(String text, String reason) {}

    @BeforeAll
    static void start() {
        scene = Scene.startWithoutNodes(REDIS);
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @DisplayName("F70: JSON beyond its limits is refused within milliseconds, and names no class")
    @Test
    void refusesBadJson() throws IOException {
        var worst = 0.0;
        for (var row : rows().entrySet()) {
            var times = new long[ROUNDS];
            for (var i = 0; i < ROUNDS; i++) {
                times[i] = refusal(row.getKey(), row.getValue());
            }
            Arrays.sort(times);
            var median = times[ROUNDS / 2] / 1e6;
            worst = Math.max(worst, median);
            assertThat(median).as(row.getKey()).isLessThan(10);
        }
        System.out.printf("F70: %d hellos refused, the slowest in a median of %.2f ms%n", rows().size(), worst);
    }

    private static long refusal(String name, Row row) throws IOException {
        try (var socket = RawSocket.open(scene.port())) {
            assertThat(socket.readText()).contains("server-hello");
            var begun = System.nanoTime();
            socket.sendText(row.text());
            var farewell = socket.readFarewell();
            var took = System.nanoTime() - begun;
            assertThat(farewell.reason()).as(name).isEqualTo(row.reason());
            return took;
        }
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("arrays in arrays", malformed("{\"type\":\"hello\",\"x\":" + "[".repeat(8_000)));
        rows.put("objects in objects", malformed("{\"type\":\"hello\",\"x\":" + "{\"a\":".repeat(3_000)));
        rows.put("100000 levels", tooLarge("[".repeat(100_000)));
        rows.put("a number of 15000 digits", malformed("{\"type\":\"hello\",\"protocol\":" + "9".repeat(15_000) + "}"));
        rows.put("a number of a million digits", tooLarge("{\"type\":\"hello\",\"protocol\":" + "9".repeat(1 << 20)));
        rows.put("a huge exponent", malformed("{\"type\":\"hello\",\"protocol\":1e999999999}"));
        rows.put("a name given twice", malformed("{\"type\":\"hello\",\"protocol\":1,\"protocol\":1}"));
        rows.put("a type given twice", malformed("{\"type\":\"hello\",\"type\":\"ping\",\"id\":1}"));
        rows.put("a class", malformed("{\"@class\":\"javax.naming.InitialContext\",\"type\":\"hello\"}"));
        rows.put("an array that names a class", malformed("[\"javax.script.ScriptEngineManager\",{}]"));
        rows.put("a type that nobody knows", malformed("{\"type\":\"java.lang.Runtime\"}"));
        rows.put("a name of 15000 characters", malformed("{\"type\":\"hello\",\"" + "x".repeat(15_000) + "\":1}"));
        rows.put("a name of a megabyte", tooLarge("{\"type\":\"hello\",\"" + "x".repeat(1 << 20) + "\":1}"));
        rows.put("half of a surrogate pair", malformed("{\"type\":\"hello\",\"gameId\":\"\\ud800\"}"));
        rows.put("not a number", malformed("{\"type\":\"hello\",\"protocol\":NaN}"));
        rows.put("something after the end", malformed("{\"type\":\"hello\"}{}"));
        rows.put("nothing", malformed(""));
        rows.put("null", malformed("null"));
        return rows;
    }

    private static Row malformed(String text) {
        return new Row(text, MALFORMED);
    }

    private static Row tooLarge(String text) {
        return new Row(text, TOO_LARGE);
    }
}
