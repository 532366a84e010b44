package dev.gatehouse.goldrush.line;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Lines of ASCII over a socket. Blocks; one thread at a time.
public final class LineSocket implements AutoCloseable {

    /// A ticket fits several times.
    static final int MAX_LENGTH = 4_096;

    private final Socket socket;
    private final InputStream in;

    /// @param patience how long to wait for a line
    public LineSocket(Socket socket, Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public void send(String line) throws IOException {
        var out = socket.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// @throws IOException if none came in time, the line is too long, or the other end is gone
    public String receive() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the other end is gone");
            }
            if (line.length() == MAX_LENGTH) {
                throw new IOException("a line of more than " + MAX_LENGTH + " characters");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
