package dev.gatehouse.proxy.token.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourcesIT {

    private static final String KEYS = new JWKSet(new TokenMint("k1").publicKey()).toString();

    private final HttpFetch http = new HttpFetch(Duration.ofMillis(500), 64 * 1024);
    private final KeySources sources = new KeySources(http);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    KeySourcesIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/jwks", exchange -> answer(exchange, 200, KEYS));
        server.createContext("/broken", exchange -> answer(exchange, 200, "no keys"));
        server.createContext("/away", exchange -> answer(exchange, 503, KEYS));
        server.createContext("/large", exchange -> answer(exchange, 200, " ".repeat(65 * 1024) + KEYS));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/jwks");
            answer(exchange, 302, KEYS);
        });
        server.createContext("/slow", this::drip);
        server.createContext(
                "/good/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, """
                {"issuer":"%s","jwks_uri":"%s"}""".formatted(at("/good"), at("/jwks"))));
        server.createContext(
                "/evil/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, """
                {"issuer":"%s","jwks_uri":"%s"}""".formatted(at("/good"), at("/jwks"))));
        server.createContext(
                "/file/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, """
                {"issuer":"%s","jwks_uri":"file:///etc/passwd"}""".formatted(at("/file"))));
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }

    @Test
    void readsAKeySetFromAUrl() throws IOException {
        assertThat(sources.at(at("/jwks")).fetch()).extracting(JWK::getKeyID).containsExactly("k1");
    }

    @Test
    void findsTheKeysOfAnIssuer() throws IOException {
        assertThat(sources.discoveredFrom(at("/good").toString()).fetch())
                .extracting(JWK::getKeyID)
                .containsExactly("k1");
    }

    @Test
    void readsAFileAgainWhenItWasReplaced(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("jwks.json"), KEYS);
        var keys = sources.at(file.toUri());

        Files.writeString(file, new JWKSet(new TokenMint("k2").publicKey()).toString());

        assertThat(keys.fetch()).extracting(JWK::getKeyID).containsExactly("k2");
    }

    @Test
    void refusesAFileWithoutKeysAtOnce(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("jwks.json"), "no keys").toUri();

        assertThatThrownBy(() -> sources.at(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: a file that holds a JWK set");
    }

    @Test
    void givesUpOnWhatIsNoKeySet() {
        fails(at("/broken"), "not a JWK set");
        fails(at("/away"), "answered 503");
        fails(at("/moved"), "answered 302");
        fails(at("/nothing"), "answered 404");
    }

    @Test
    void givesUpOnWhatIsTooLarge() {
        fails(at("/large"), "/large");
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() {
        fails(at("/slow"), "did not answer within PT0.5S");
    }

    @Test
    void takesNoKeysFromADocumentThatIsNotTheIssuers() {
        assertThatThrownBy(() -> sources.discoveredFrom(at("/evil").toString()).fetch())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another issuer's");
        assertThatThrownBy(() -> sources.discoveredFrom(at("/file").toString()).fetch())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected: an https URL");
    }

    private void fails(URI place, String why) {
        assertThatThrownBy(() -> sources.at(place).fetch())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// The head and one byte, and then nothing until the test ends.
    private void drip(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(200, KEYS.length());
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            end.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
