package dev.gatehouse.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class WebhookContractIT implements GameServerProviderContract {

    @Override
    public TestHost start() throws IOException {
        return new ScriptedVendor();
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
