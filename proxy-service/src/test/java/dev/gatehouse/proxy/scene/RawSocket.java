package dev.gatehouse.proxy.scene;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A WebSocket by hand, for frames that no client library would send. Every read gives up after ten seconds.
public final class RawSocket implements Closeable {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final byte[] MASK = {0x11, 0x22, 0x33, 0x44};

    private final Socket socket;
    private final DataInputStream in;

    /// What a server said last.
    ///
    /// @param texts its text messages, in order
    /// @param code of its close frame
    public record Farewell(List<String> texts, int code, String reason) {}

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /// Upgraded; the head of the answer has been read.
    public static RawSocket open(int port, String... headers) throws IOException {
        return openFrom("127.0.0.1", port, headers);
    }

    /// @param from the address to come from
    public static RawSocket openFrom(String from, int port, String... headers) throws IOException {
        var opened = connectFrom(from, port);
        var head = opened.upgrade(headers);
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
        return opened;
    }

    /// What comes first in answer to an upgrade request, up to an empty line, and what the socket says after it where
    /// it is not upgraded.
    public static String answer(String from, int port, String... headers) throws IOException {
        try (var socket = connectFrom(from, port)) {
            var head = socket.upgrade(headers);
            return head.startsWith("HTTP/1.1 101") ? head : head + socket.readSome();
        }
    }

    /// Connected, and nothing said.
    public static RawSocket connect(int port) throws IOException {
        return connectFrom("127.0.0.1", port);
    }

    private static RawSocket connectFrom(String from, int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.ofLiteral(from), 0);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(10).toMillis()));
        return new RawSocket(socket);
    }

    private String upgrade(String... headers) throws IOException {
        send(request(headers));
        return readHead();
    }

    /// What asks for a socket.
    public static byte[] request(String... headers) {
        return ("GET /v1/connect HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream()
                                        .map(header -> header + "\r\n")
                                        .toList())
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String readSome() throws IOException {
        var some = new byte[1024];
        var length = in.read(some);
        return new String(some, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public void sendText(String text) throws IOException {
        send(text(text));
    }

    /// A masked text message.
    public static byte[] text(String text) {
        return frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// A masked frame.
    ///
    /// @param first its first byte: flags and opcode
    public static byte[] frame(int first, byte[] payload) {
        var bytes = header(first, payload.length);
        bytes.writeBytes(MASK);
        for (var i = 0; i < payload.length; i++) {
            bytes.write(payload[i] ^ MASK[i % MASK.length]);
        }
        return bytes.toByteArray();
    }

    private static ByteArrayOutputStream header(int first, int length) {
        var bytes = new ByteArrayOutputStream(length + 14);
        bytes.write(first);
        if (length < 126) {
            bytes.write(0x80 | length);
        } else if (length <= 0xffff) {
            bytes.write(0x80 | 126);
            bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            bytes.write(0x80 | 127);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
        return bytes;
    }

    /// The next text message.
    public String readText() throws IOException {
        var frame = readFrame();
        if (frame.opcode != TEXT) {
            throw new IOException("opcode " + frame.opcode + " (expected: a text frame)");
        }
        return new String(frame.payload, StandardCharsets.UTF_8);
    }

    /// Reads to the close frame.
    public Farewell readFarewell() throws IOException {
        List<String> texts = new ArrayList<>();
        for (var frame = readFrame(); ; frame = readFrame()) {
            if (frame.opcode == TEXT) {
                texts.add(new String(frame.payload, StandardCharsets.UTF_8));
            } else if (frame.opcode == CLOSE) {
                var body = ByteBuffer.wrap(frame.payload);
                var code = body.getShort() & 0xffff;
                return new Farewell(
                        texts, code, StandardCharsets.UTF_8.decode(body).toString());
            }
        }
    }

    /// Whether the other side ends the connection; what it still says is passed over.
    public boolean isAtEnd() throws IOException {
        readToEnd();
        return true;
    }

    /// The head of the answer to what was sent by hand.
    public String readAnswer() throws IOException {
        return readHead();
    }

    /// Ends the connection with a reset, not in order.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// Everything that the other side says until it ends the connection.
    public String readToEnd() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private Frame readFrame() throws IOException {
        var opcode = in.readUnsignedByte() & 0x0f;
        var length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        var payload = new byte[length];
        in.readFully(payload);
        return new Frame(opcode, payload);
    }

    private String readHead() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("the head ends after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Frame {

        final int opcode;
        final byte[] payload;

        Frame(int opcode, byte[] payload) {
            this.opcode = opcode;
            this.payload = payload;
        }
    }
}
