package dev.gatehouse.client.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestDeskIT {

    private static final GameId MINE = new GameId("mine");

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final HttpServer server;
    private int status = 200;
    private String answer = "";
    private int missingBytes;

    GuestDeskIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/guests", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length + missingBytes);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            if (missingBytes == 0) {
                exchange.close();
            }
        });
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void getsAnAccountForTheDevice() throws GuestRefusedException {
        answer = "{\"playerId\":\"guest-1\",\"token\":\"t\",\"expiresAt\":12}";

        try (var desk = new GuestDesk(url())) {
            assertThat(desk.guest(MINE, "device")).isEqualTo(new Guest(new PlayerId("guest-1"), "t", 12));
        }
        assertThat(asked.get()).isEqualTo("{\"gameId\":\"mine\",\"deviceToken\":\"device\"}");
    }

    @Test
    void saysWhyThereIsNone() {
        status = 400;
        answer = "{\"code\":4002,\"name\":\"game_id_unknown\",\"advice\":\"inform\",\"retryAfterMillis\":null}";

        try (var desk = new GuestDesk(url())) {
            assertThatExceptionOfType(GuestRefusedException.class)
                    .isThrownBy(() -> desk.guest(MINE, "device"))
                    .withMessage("4002 game_id_unknown")
                    .returns(OptionalInt.of(4002), GuestRefusedException::code);
        }
    }

    @Test
    void survivesAServerThatTalksNonsense() {
        answer = "<html>";

        try (var desk = new GuestDesk(url())) {
            assertThatExceptionOfType(GuestRefusedException.class)
                    .isThrownBy(() -> desk.guest(MINE, "device"))
                    .returns(OptionalInt.empty(), GuestRefusedException::code)
                    .withCauseInstanceOf(DecodeException.class);
        }
    }

    @Test
    void doesNotWaitForTheRestOfAnAnswerForEver() {
        missingBytes = 1;

        try (var desk = new GuestDesk(url(), Duration.ofMillis(200))) {
            assertThatExceptionOfType(GuestRefusedException.class)
                    .isThrownBy(() -> desk.guest(MINE, "device"))
                    .returns(OptionalInt.empty(), GuestRefusedException::code)
                    .withCauseInstanceOf(TimeoutException.class);
        }
    }

    private URI url() {
        return URI.create("ws://127.0.0.1:" + server.getAddress().getPort());
    }
}
