package dev.gatehouse.instance;

import dev.gatehouse.instance.pool.Orders;
import dev.gatehouse.instance.pool.Pool;
import dev.gatehouse.instance.pool.PoolProvider;
import dev.gatehouse.instance.pool.PoolRules;
import dev.gatehouse.instance.pool.http.HttpOrders;
import dev.gatehouse.instance.pool.redis.RegistryRoster;
import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import dev.gatehouse.providerkit.http.HttpStandIn;
import dev.gatehouse.providerkit.http.HttpStandIn.Reply;
import dev.gatehouse.providerkit.http.HttpStandIn.Request;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.PoolIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The provider at a node that no pool server has joined: what it orders goes through the node that they have joined,
/// over a line that can be broken.
class RemotePoolContractIT implements GameServerProviderContract {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private static final PoolRules RULES = new PoolRules(Duration.ofMillis(500), 10, Duration.ofSeconds(10));

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public TestHost start() throws IOException {
        var line = new HttpStandIn(this::pass);
        var roster = new RegistryRoster(SHARED.get().bean(PoolIndex.class), SharedService.POOL);
        var pool = new Pool(SharedService.POOL, roster, RULES, () -> "http://another-node");
        var calls = new HttpOrders(SHARED.get().bean(InternalCalls.class));
        Orders orders = (of, at, order, within) ->
                calls.give(of, new FoundPlace(at.place(), line.address().toString(), at.isReserved()), order, within);
        var provider = new PoolProvider(
                pool, Orders.here(orders), () -> UUID.randomUUID().toString(), Duration.ofSeconds(5));
        return new PoolHost(SHARED.get(), provider, line);
    }

    private Reply pass(Request request) {
        var to = SHARED.get()
                .url()
                .resolve(request.target().getRawPath() + "?" + request.target().getRawQuery());
        try {
            var response = http.send(
                    HttpRequest.newBuilder(to)
                            .header("Content-Type", "application/json")
                            .header(
                                    "Authorization",
                                    Objects.requireNonNull(request.headers().apply("Authorization")))
                            .POST(HttpRequest.BodyPublishers.ofString(request.body()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
