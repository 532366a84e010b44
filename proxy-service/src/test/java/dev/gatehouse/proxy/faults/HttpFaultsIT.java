package dev.gatehouse.proxy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.RawSocket;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpFaultsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d+)");

    /// A second request hidden where one of two readers may take it for the first one's body.
    private static final String HIDDEN = "GET /v1/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.startWithoutNodes(REDIS);
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @DisplayName("F68: what two readers could take for different requests is one request, or 400 and the end")
    @Test
    void refusesSmuggledRequests() throws IOException {
        var passed = 0;
        for (var row : corpus().entrySet()) {
            var answer = answerTo(row.getValue());
            assertThat(STATUS.matcher(answer).results().map(it -> it.group(1)).toList())
                    .as("%s: %s", row.getKey(), answer)
                    .endsWith("400");
            assertThat(answer).as(row.getKey()).doesNotContain("/v1/hidden");
            passed++;
        }
        System.out.printf("F68: %d of %d requests in doubt refused%n", passed, corpus().size());
    }

    private static Map<String, String> corpus() {
        Map<String, String> rows = new LinkedHashMap<>();
        var get = "GET /v1/connect HTTP/1.1\r\nHost: x\r\n";
        var post = "POST /v1/guests HTTP/1.1\r\nHost: x\r\n";
        rows.put("both lengths", post + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + HIDDEN);
        rows.put("lengths that differ", post + "Content-Length: 0\r\nContent-Length: 45\r\n\r\n" + HIDDEN);
        rows.put("a list of lengths", post + "Content-Length: 0, 45\r\n\r\n" + HIDDEN);
        rows.put("a signed length", post + "Content-Length: +0\r\n\r\n" + HIDDEN);
        rows.put("a negative length", post + "Content-Length: -1\r\n\r\n" + HIDDEN);
        rows.put("a length that is no number", post + "Content-Length: 0x0\r\n\r\n" + HIDDEN);
        rows.put(
                "chunked in HTTP/1.0",
                post.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN);
        rows.put("a space before the colon", post + "Content-Length : 45\r\n\r\n" + HIDDEN);
        rows.put("a control byte before the request", "\u0001" + get + "\r\n");
        rows.put("a bare line end in the path", "GET /v1/connect\rX: y HTTP/1.1\r\nHost: x\r\n\r\n");
        rows.put("a null in a header", get + "X: a\u0000b\r\n\r\n");
        rows.put("a header without a name", get + ": nobody\r\n\r\n");
        rows.put("a chunk size that is no number", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n" + HIDDEN);
        rows.put("an unknown version", "GET /v1/connect HTTP/9.9x\r\nHost: x\r\n\r\n");
        return rows;
    }

    private static String answerTo(String request) throws IOException {
        try (var socket = RawSocket.connect(scene.port())) {
            socket.send(request.getBytes(StandardCharsets.ISO_8859_1));
            return socket.readToEnd();
        }
    }
}
