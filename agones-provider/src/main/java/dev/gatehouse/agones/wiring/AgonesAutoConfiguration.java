package dev.gatehouse.agones.wiring;

import dev.gatehouse.agones.AgonesProperties;
import dev.gatehouse.agones.AgonesProvider;
import dev.gatehouse.agones.kubernetes.KubernetesCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The provider `agones`, where `gatehouse.agones.enabled` is set.
@AutoConfiguration
@ConditionalOnProperty("gatehouse.agones.enabled")
@EnableConfigurationProperties(AgonesProperties.class)
public class AgonesAutoConfiguration {

    @Bean(destroyMethod = "close")
    AgonesProvider agonesProvider(AgonesProperties settings) {
        return new AgonesProvider(new KubernetesCluster(config(settings), settings.namespace()), settings);
    }

    /// The token is read for each request, as the cluster puts another one there every hour.
    private static Config config(AgonesProperties settings) {
        var account = settings.serviceAccount();
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(settings.api().toString())
                .withCaCertFile(account.resolve("ca.crt").toString())
                .withOauthTokenProvider(() -> read(account.resolve("token")))
                .build();
    }

    private static String read(Path token) {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the service account's token cannot be read", e);
        }
    }
}
