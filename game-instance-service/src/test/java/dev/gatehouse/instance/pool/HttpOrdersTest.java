package dev.gatehouse.instance.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.instance.pool.OrderReply.Answered;
import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.instance.pool.http.HttpOrders;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PoolOrder.Release;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.providerkit.http.HttpStandIn;
import dev.gatehouse.providerkit.http.HttpStandIn.Reply;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpOrdersTest {

    private static final PooledServer SERVER = new PooledServer(new ServerId("gs-1"), new InstanceId("gi-1"));

    private final Pool pool = new Pool(
            "main", new TestRoster(), new PoolRules(Duration.ofSeconds(5), 3, Duration.ofSeconds(15)), () -> "here");

    @Test
    void passesOnWhatThePoolServerSays() throws IOException {
        try (var node = node(200, "{\"type\":\"answer\",\"id\":\"r\",\"outcome\":\"gone\"}")) {
            assertThat(give(node.address())).isEqualTo(new Answered(Outcome.GONE));
        }
    }

    @Test
    void knowsThatAnOrderNeverLeftItsNode() throws IOException {
        try (var node = node(404, "")) {
            assertThat(give(node.address())).isInstanceOf(Undelivered.class);
        }
    }

    @Test
    void knowsThatAnOrderReachedNoNode() throws IOException {
        var node = node(200, "");
        node.close();

        assertThat(give(node.address())).isInstanceOf(Undelivered.class);
    }

    @Test
    void doesNotKnowWhatBecameOfAnOrderThatWasNotAnswered() throws IOException {
        try (var node = node(504, "")) {
            assertThatThrownBy(() -> give(node.address())).isInstanceOf(ProviderException.class);
            node.loseReplyTo(node.requests());
            assertThatThrownBy(() -> give(node.address())).isInstanceOf(ProviderException.class);
        }
    }

    private OrderReply give(URI node) {
        try (var http = HttpClient.newHttpClient()) {
            var orders = new HttpOrders(new InternalCalls(http, () -> "token"));
            var at = new FoundPlace(new Place("box-1", SERVER), node.toString(), true);
            return orders.give(pool, at, new Release("r", SERVER.serverId()), Duration.ofSeconds(10));
        }
    }

    private static HttpStandIn node(int status, String body) throws IOException {
        return new HttpStandIn(_ -> new Reply(status, body));
    }
}
