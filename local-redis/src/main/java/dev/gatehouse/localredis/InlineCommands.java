package dev.gatehouse.localredis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Speaks just enough of Redis' protocol to ask a server on this machine one thing at a time.
final class InlineCommands {

    private static final int TIMEOUT_MILLIS = 5_000;

    /// The first line of the answer, or the whole of it for a bulk string.
    static String ask(int port, String command) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var first = line(socket);
            if (!first.startsWith("$")) {
                return first;
            }
            var length = Integer.parseInt(first.substring(1));
            return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        } catch (NumberFormatException e) {
            throw new IOException("not Redis: " + e.getMessage(), e);
        }
    }

    private static String line(Socket socket) throws IOException {
        var line = new ByteArrayOutputStream();
        var in = socket.getInputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > 1024) {
                throw new IOException("no answer from Redis");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    private InlineCommands() {}
}
