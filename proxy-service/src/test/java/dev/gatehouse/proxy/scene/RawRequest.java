package dev.gatehouse.proxy.scene;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// HTTP by hand, for what no client library would send.
public final class RawRequest {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    /// Asks for an upgrade to a socket, and answers the head of what comes back and the body that belongs to it.
    public static String upgrade(int port, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        lines.addAll(Arrays.asList(headers));
        return send(port, "GET /v1/connect HTTP/1.1", lines.toArray(String[]::new));
    }

    public static String send(int port, String request, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(10).toMillis()));
            var text = request + "\r\nHost: 127.0.0.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new StringBuilder();
            while (!isWhole(answer)) {
                var next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private static boolean isWhole(StringBuilder answer) {
        var headEnd = answer.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return false;
        }
        var length = LENGTH.matcher(answer);
        var body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return answer.length() >= headEnd + 4 + body;
    }

    private RawRequest() {}
}
