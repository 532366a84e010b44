package dev.gatehouse.client.websocket;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/// As much of a WebSocket server as it takes to be unkind to a client: a test writes every frame by
/// hand.
final class TinyServer implements AutoCloseable {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;

    TinyServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(10_000);
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/v1/connect");
    }

    /// Takes the next client's upgrade.
    Peer accept(String subprotocol) throws IOException, GeneralSecurityException {
        var peer = new Peer(server.accept());
        var accept =
                MessageDigest.getInstance("SHA-1").digest((peer.readKey() + GUID).getBytes(StandardCharsets.US_ASCII));
        peer.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(accept) + "\r\n"
                + "Sec-WebSocket-Protocol: " + subprotocol + "\r\n\r\n");
        return peer;
    }

    /// @param headers each with its line end
    void refuse(int status, String headers, String body) throws IOException {
        var peer = new Peer(server.accept());
        peer.readKey();
        peer.write("HTTP/1.1 " + status + " No\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static final class Peer implements AutoCloseable {

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        Peer(Socket socket) throws IOException {
            socket.setSoTimeout(10_000);
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        private String readKey() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            return head.toString()
                    .lines()
                    .filter(line -> line.startsWith("Sec-WebSocket-Key:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findAny()
                    .orElse("");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /// @param opcode 1 text, 2 binary, 0 continuation, 8 close
        void frame(boolean last, int opcode, byte[] payload) throws IOException {
            out.write((last ? 0x80 : 0) | opcode);
            if (payload.length < 126) {
                out.write(payload.length);
            } else {
                out.write(126);
                out.write(payload.length >> 8);
                out.write(payload.length & 0xff);
            }
            out.write(payload);
            out.flush();
        }

        /// The opcode and payload of the client's next frame, at most 125 bytes; -1 at the end of the
        /// stream.
        Heard hear() throws IOException {
            int first = in.read();
            if (first < 0) {
                return new Heard(-1, "");
            }
            int length = in.readUnsignedByte() & 0x7f;
            var mask = in.readNBytes(4);
            var payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Heard(first & 0x0f, new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    record Heard(int opcode, String text) {}
}
