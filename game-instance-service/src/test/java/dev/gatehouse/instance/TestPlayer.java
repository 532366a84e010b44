package dev.gatehouse.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;

/// A player at the test game server's door.
final class TestPlayer implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    TestPlayer(String host, int port) throws IOException {
        socket = new Socket(host, port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
    }

    String say(String line) throws IOException {
        out.println(line);
        return String.valueOf(in.readLine());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
