package dev.gatehouse.providerkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Answers HTTP requests on a free port of this machine as a script says, and lets their replies get lost. Real
/// sockets; each request on a thread of its own.
public final class HttpStandIn implements TestHost.Line, AutoCloseable {

    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int lost = -1;
    private volatile CountDownLatch gate = OPEN;

    /// What the host says.
    public interface Script {
        Reply answer(Request request);
    }

    /// @param target whole
    /// @param headers gives the first value of a header by its name, null where there is none
    public record Request(String method, URI target, UnaryOperator<@Nullable String> headers, String body) {}

    /// @param body JSON; empty for none
    public record Reply(int status, String body) {}

    public HttpStandIn(Script script) throws IOException {
        this.script = script;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
    }

    /// Without a path.
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public void loseReplyTo(int request) {
        lost = request;
    }

    @Override
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /// What was asked meanwhile is done now.
    @Override
    public void goOn() {
        gate.countDown();
        gate = OPEN;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        int request = requests.getAndIncrement();
        try (exchange) {
            gate.await();
            var reply = script.answer(new Request(
                    exchange.getRequestMethod(),
                    address().resolve(exchange.getRequestURI()),
                    exchange.getRequestHeaders()::getFirst,
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (request != lost) {
                send(exchange, reply);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
