package dev.gatehouse.benchmarks.swarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/// The management port of a node that has let go of so many players when it is first asked, and of more ever after.
/// It has three sessions.
final class CountingNode implements AutoCloseable {

    private final HttpServer server;

    CountingNode(long first, long later) throws IOException {
        var isAsked = new AtomicBoolean();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/prometheus", exchange -> {
            long fenced = isAsked.getAndSet(true) ? later : first;
            var text = """
                    # TYPE gatehouse_session_fenced_total counter
                    gatehouse_session_fenced_total %d.0
                    # TYPE gatehouse_session_sessions gauge
                    gatehouse_session_sessions 3.0
                    """.formatted(fenced);
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(text.getBytes(UTF_8));
            }
        });
        server.start();
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
