package dev.gatehouse.client.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.websocket.TinyServer.Heard;
import dev.gatehouse.model.protocol.Encoding;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebSocketTransportIT {

    private final TinyServer server = new TinyServer();
    private final WebSocketTransport transport = new WebSocketTransport();
    private final Ear ear = new Ear();

    WebSocketTransportIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void carriesTextAndPutsPartsTogether() throws Exception {
        var socket = open(Encoding.JSON);
        try (var peer = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isEqualTo("opened");

            socket.send(ByteString.copyFromUtf8("one"));
            socket.send(ByteString.copyFromUtf8("two"));
            peer.frame(false, 1, "go".getBytes(UTF_8));
            peer.frame(true, 0, "ld".getBytes(UTF_8));
            peer.frame(true, 1, "more".getBytes(UTF_8));

            assertThat(peer.hear()).isEqualTo(new Heard(1, "one"));
            assertThat(peer.hear()).isEqualTo(new Heard(1, "two"));
            assertThat(ear.next()).isEqualTo("gold");
            assertThat(ear.next()).isEqualTo("more");
        }
    }

    @Test
    void carriesBinary() throws Exception {
        var socket = open(Encoding.PROTO);
        try (var peer = server.accept("gatehouse.v1.proto")) {
            assertThat(ear.next()).isEqualTo("opened");

            socket.send(ByteString.copyFromUtf8("one"));
            peer.frame(true, 2, "gold".getBytes(UTF_8));

            assertThat(peer.hear()).isEqualTo(new Heard(2, "one"));
            assertThat(ear.next()).isEqualTo("gold");
        }
    }

    @Test
    void tellsTheCloseCode() throws Exception {
        open(Encoding.JSON);
        try (var peer = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isEqualTo("opened");
            var reason = "1500 force_terminated";
            var payload = new byte[2 + reason.length()];
            payload[0] = (byte) (4500 >> 8);
            payload[1] = (byte) 4500;
            System.arraycopy(reason.getBytes(UTF_8), 0, payload, 2, reason.length());

            peer.frame(true, 8, payload);

            assertThat(ear.next()).isEqualTo(new SocketLoss.Closed(4500, "1500 force_terminated"));
        }
    }

    @Test
    void noticesACutWithoutAWord() throws Exception {
        open(Encoding.JSON);
        try (var _ = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isEqualTo("opened");
        }

        assertThat(ear.next()).isInstanceOf(SocketLoss.class);
    }

    @Test
    void cutsWithoutAWord() throws Exception {
        var socket = open(Encoding.JSON);
        try (var peer = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isEqualTo("opened");

            socket.drop();

            assertThat(peer.hear()).isEqualTo(new Heard(-1, ""));
        }
        assertThat(ear.heard).isEmpty();
    }

    @Test
    void closesInOrderAfterWhatWasSent() throws Exception {
        var socket = open(Encoding.JSON);
        try (var peer = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isEqualTo("opened");

            socket.send(ByteString.copyFromUtf8("last"));
            socket.close(1000, "");

            assertThat(peer.hear()).isEqualTo(new Heard(1, "last"));
            assertThat(peer.hear().opcode()).isEqualTo(8);
        }
    }

    @Test
    void cutsAServerThatDoesNotAnswerAClose() throws Exception {
        var socket = open(Encoding.JSON);
        try (var peer = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isEqualTo("opened");

            socket.close(1000, "");

            assertThat(peer.hear().opcode()).isEqualTo(8);
            assertThat(peer.hear()).isEqualTo(new Heard(-1, ""));
        }
    }

    @Test
    void takesNoMoreThanItSaidItWould() throws Exception {
        open(Encoding.JSON);
        try (var peer = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isEqualTo("opened");

            peer.frame(false, 1, new byte[900]);
            peer.frame(true, 0, new byte[900]);

            assertThat(ear.next()).isEqualTo(new SocketLoss.TooLarge(1_024));
        }
    }

    @Test
    void tellsAnHttpRefusal() throws Exception {
        open(Encoding.JSON);
        var body = "{\"code\":4020,\"name\":\"rate_limited\"}";
        server.refuse(429, "Retry-After: 7\r\n", body);

        assertThat(ear.next()).isEqualTo(new SocketLoss.Refused(429, Duration.ofSeconds(7), body));
    }

    @Test
    void wantsTheSubprotocolItAskedFor() throws Exception {
        open(Encoding.PROTO);
        try (var _ = server.accept("gatehouse.v1.json")) {
            assertThat(ear.next()).isInstanceOf(SocketLoss.Broken.class);
        }
    }

    @Test
    void tellsThatNobodyIsThere() throws Exception {
        int unused;
        try (var probe = new ServerSocket(0)) {
            unused = probe.getLocalPort();
        }

        transport.open(request(URI.create("ws://127.0.0.1:" + unused + "/v1/connect"), Encoding.JSON), ear);

        assertThat(ear.next()).isInstanceOf(SocketLoss.Broken.class);
    }

    private Socket open(Encoding encoding) {
        return transport.open(request(server.url(), encoding), ear);
    }

    private static SocketRequest request(URI url, Encoding encoding) {
        return new SocketRequest(url, encoding, Duration.ofSeconds(5), 1_024);
    }

    private static final class Ear implements SocketListener {

        private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        Object next() throws InterruptedException {
            var next = heard.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("what the listener hears").isNotNull();
            return next == null ? "" : next;
        }

        @Override
        public void opened() {
            heard.add("opened");
        }

        @Override
        public void received(byte[] frame) {
            heard.add(new String(frame, UTF_8));
        }

        @Override
        public void lost(SocketLoss loss) {
            heard.add(loss);
        }
    }
}
