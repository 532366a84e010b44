package dev.gatehouse.launcher.simulator.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.delayedExecutor;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Where players reach a server, and the checks as well: one line there and one line back on each
/// connection.
record Door(String host, int port) {

    private static final int MOST_ANSWER_CHARACTERS = 200;

    /// Blocks.
    ///
    /// @throws IOException if there was no whole line in time
    String ask(String line, Duration within) throws IOException {
        int millis = Math.toIntExact(within.toMillis());
        try (var socket = new Socket()) {
            // However slowly it comes.
            var _ = CompletableFuture.runAsync(() -> close(socket), delayedExecutor(millis, TimeUnit.MILLISECONDS));
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
            return readLine(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readLine(BufferedReader in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ends after " + line.length() + " characters");
            }
            line.append((char) next);
            if (line.length() > MOST_ANSWER_CHARACTERS) {
                throw new IOException("the answer: more than " + MOST_ANSWER_CHARACTERS + " characters");
            }
        }
        return line.toString().strip();
    }
}
