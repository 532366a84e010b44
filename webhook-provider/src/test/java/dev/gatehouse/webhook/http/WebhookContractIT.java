package dev.gatehouse.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookContractIT implements GameServerProviderContract {

    @Override
    public TestHost start() throws IOException {
        return new ScriptedVendor();
    }

    @Test
    void listsNoServersOfAnotherSuite() throws Exception {
        try (var vendor = new ScriptedVendor();
                var green = vendor.providerOf("green")) {
            vendor.provider().allocate(allocation("gs-1"));
            green.allocate(allocation("gs-2"));
            green.allocate(allocation("gs-3"));
            green.allocate(allocation("gs-4"));

            assertThat(serversOf(vendor.provider())).containsExactly("gs-1");
            assertThat(serversOf(green)).containsExactly("gs-2", "gs-3", "gs-4");
        }
    }

    private static List<String> serversOf(GameServerProvider provider) {
        return provider.list().stream().map(server -> server.serverId().value()).toList();
    }

    private static Allocation allocation(String server) {
        var instance = new InstanceId("gi-of-" + server);
        var environment = new ServerEnvironment(
                URI.create("ws://127.0.0.1:8082"), "social", "game", instance, new ServerId(server));
        return new Allocation(
                new ServerId(server),
                instance,
                new GameId("goldrush"),
                null,
                Duration.ofSeconds(10),
                () -> environment);
    }

    @Test
    void isRefusedByAVendorWhereItIsNotSigned() throws Exception {
        try (var vendor = new ScriptedVendor();
                var http = HttpClient.newHttpClient()) {
            var unsigned =
                    HttpRequest.newBuilder(vendor.address().resolve("servers")).build();

            assertThat(http.send(unsigned, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }
}
