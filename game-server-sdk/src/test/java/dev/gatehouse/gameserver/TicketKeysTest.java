package dev.gatehouse.gameserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.testing.TestTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TicketKeysTest {

    private static final InstanceId INSTANCE = new InstanceId("gi-1");
    private static final String ISSUER = "gatehouse:game-instances";

    private final PartnerSigningKey old = PartnerSigningKey.generate();
    private final PartnerSigningKey next = PartnerSigningKey.generate();
    private final TestTime time = new TestTime();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch isStalled = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private volatile String answer = PartnerKeys.publish(List.of(old));
    private volatile boolean stalls;
    private HttpServer service;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(threads);
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        mayGoOn.countDown();
        http.shutdownNow();
        service.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asksForKeysWhereATicketIsSignedWithAnUnknownOne() {
        var keys = keys(Duration.ofSeconds(10));
        assertThat(keys.check(ticket(old), INSTANCE).sub()).isEqualTo("alice");
        answer = PartnerKeys.publish(List.of(old, next));

        time.passes(Duration.ofSeconds(10));

        assertThat(keys.check(ticket(next), INSTANCE).sub()).isEqualTo("alice");
        assertThat(requests).hasValue(2);
    }

    @Test
    void asksNotForEachTicketOfAStranger() {
        var keys = keys(Duration.ofSeconds(10));

        refuses(PartnerError.TICKET_INVALID.code(), () -> keys.check(ticket(next), INSTANCE));

        assertThat(requests).hasValue(1);
    }

    @Test
    void refusesATicketOfAnotherInstance() {
        var elsewhere = token(old, PartnerTokenType.TICKET, "alice", new InstanceId("gi-2"));

        refuses(
                PartnerError.TICKET_INVALID.code(),
                () -> keys(Duration.ofSeconds(10)).check(elsewhere, INSTANCE));
    }

    @Test
    void refusesATicketThatHasExpired() {
        var keys = keys(Duration.ofSeconds(10));
        var ticket = ticket(old);
        time.passes(Duration.ofSeconds(59));
        assertThat(keys.check(ticket, INSTANCE).sub()).isEqualTo("alice");

        // A minute and the difference that clocks may have.
        time.passes(Duration.ofSeconds(60));

        refuses(PartnerError.TICKET_EXPIRED.code(), () -> keys.check(ticket, INSTANCE));
        assertThat(requests).hasValue(1);
    }

    @Test
    void refusesATicketThatWasChanged() {
        var keys = keys(Duration.ofSeconds(10));
        var alices = ticket(old).split("\\.", -1);
        var bobs = token(old, PartnerTokenType.TICKET, "bob", INSTANCE).split("\\.", -1);

        refuses(
                PartnerError.TICKET_INVALID.code(),
                () -> keys.check(alices[0] + "." + bobs[1] + "." + alices[2], INSTANCE));
    }

    @Test
    void refusesATokenThatIsNoTicket() {
        var keys = keys(Duration.ofSeconds(10));

        refuses(
                PartnerError.TICKET_INVALID.code(),
                () -> keys.check(token(old, PartnerTokenType.GAME, "gs-1"), INSTANCE));
        refuses(PartnerError.TICKET_INVALID.code(), () -> keys.check("no token", INSTANCE));
    }

    @Test
    void letsPlayersInWhileItAsksForKeys() throws Exception {
        var keys = keys(Duration.ofSeconds(30));
        answer = PartnerKeys.publish(List.of(old, next));
        stalls = true;
        time.passes(Duration.ofSeconds(10));
        var waiting = CompletableFuture.supplyAsync(() -> keys.check(ticket(next), INSTANCE), threads);
        assertThat(isStalled.await(10, TimeUnit.SECONDS)).isTrue();

        var known = CompletableFuture.supplyAsync(() -> keys.check(ticket(old), INSTANCE), threads);
        assertThat(known.get(10, TimeUnit.SECONDS).sub()).isEqualTo("alice");
        var beside = CompletableFuture.supplyAsync(() -> keys.check(ticket(next), INSTANCE), threads);
        mayGoOn.countDown();

        assertThat(waiting.get(10, TimeUnit.SECONDS).sub()).isEqualTo("alice");
        assertThat(beside.get(10, TimeUnit.SECONDS).sub()).isEqualTo("alice");
        assertThat(requests).hasValue(2);
    }

    @Test
    void waitsNoLongerThanItMayForTheWholeAnswer() {
        var keys = keys(Duration.ofSeconds(3));
        stalls = true;
        time.passes(Duration.ofSeconds(10));

        refuses(GameServerException.UNREACHABLE, () -> keys.check(ticket(next), INSTANCE));

        stalls = false;
        answer = PartnerKeys.publish(List.of(next));
        time.passes(Duration.ofSeconds(10));
        assertThat(keys.check(ticket(next), INSTANCE).sub()).isEqualTo("alice");
    }

    @Test
    void readsNoMoreThanKeysNeed() {
        answer = " ".repeat(TicketKeys.MAX_ANSWER_BYTES) + PartnerKeys.publish(List.of(old));

        refuses(GameServerException.UNREACHABLE, () -> keys(Duration.ofSeconds(10)));
    }

    /// Sends all but the last byte at once.
    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            var out = exchange.getResponseBody();
            out.write(bytes, 0, bytes.length - 1);
            out.flush();
            if (stalls) {
                isStalled.countDown();
                mayGoOn.await();
            }
            out.write(bytes, bytes.length - 1, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TicketKeys keys(Duration within) {
        var configuration = new GameServerConfiguration(
                URI.create("ws://127.0.0.1:" + service.getAddress().getPort()),
                "social",
                token(old, PartnerTokenType.GAME, "gs-1"),
                INSTANCE,
                new ServerId("gs-1"));
        return new TicketKeys(http, configuration, time, within);
    }

    private String ticket(PartnerSigningKey key) {
        return token(key, PartnerTokenType.TICKET, "alice");
    }

    private String token(PartnerSigningKey key, PartnerTokenType type, String subject) {
        return token(key, type, subject, INSTANCE);
    }

    private String token(PartnerSigningKey key, PartnerTokenType type, String subject, InstanceId instance) {
        long now = time.instant().getEpochSecond();
        return key.sign(
                type,
                new PartnerClaims(
                        ISSUER,
                        type.audience(),
                        subject,
                        new GameId("goldrush"),
                        instance,
                        "token-1",
                        now,
                        now,
                        now + 60));
    }

    private static void refuses(String code, ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        GameServerException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
