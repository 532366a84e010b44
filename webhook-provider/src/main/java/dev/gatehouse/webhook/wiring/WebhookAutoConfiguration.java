package dev.gatehouse.webhook.wiring;

import dev.gatehouse.webhook.WebhookProperties;
import dev.gatehouse.webhook.WebhookProvider;
import dev.gatehouse.webhook.http.HttpVendor;
import dev.gatehouse.webhook.signature.RequestSigner;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The provider `webhook`, where `gatehouse.webhook.url` is set.
@AutoConfiguration
@ConditionalOnProperty("gatehouse.webhook.url")
@EnableConfigurationProperties(WebhookProperties.class)
public class WebhookAutoConfiguration {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final int NONCE_BYTES = 16;

    @Bean(destroyMethod = "close")
    WebhookProvider webhookProvider(WebhookProperties settings) {
        var random = new SecureRandom();
        var signer = new RequestSigner(settings.keyId(), settings.keyBytes(), InstantSource.system(), () -> {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            return HexFormat.of().formatHex(nonce);
        });
        var http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
        return new WebhookProvider(new HttpVendor(http, settings.url(), signer), settings.suite(), settings.answer());
    }
}
