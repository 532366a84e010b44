package dev.gatehouse.gamelift.wiring;

import dev.gatehouse.gamelift.GameLiftProperties;
import dev.gatehouse.gamelift.GameLiftProvider;
import dev.gatehouse.gamelift.aws.AwsSessions;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.gamelift.GameLiftClient;

/// The provider `gamelift`, where `gatehouse.gamelift.region` is set.
@AutoConfiguration
@ConditionalOnProperty("gatehouse.gamelift.region")
@EnableConfigurationProperties(GameLiftProperties.class)
public class GameLiftAutoConfiguration {

    /// A call that nobody waits for any more ends after so long.
    private static final Duration SOCKET_SILENCE = Duration.ofSeconds(60);

    @Bean(destroyMethod = "close")
    GameLiftProvider gameLiftProvider(GameLiftProperties settings) {
        var client = GameLiftClient.builder()
                .region(Region.of(settings.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(SOCKET_SILENCE))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
        if (settings.endpoint() != null) {
            client.endpointOverride(settings.endpoint());
        }
        return new GameLiftProvider(
                new AwsSessions(client.build(), settings.location(), settings.maxPlayers()), settings);
    }
}
