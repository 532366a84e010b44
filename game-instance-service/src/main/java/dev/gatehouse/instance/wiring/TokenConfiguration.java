package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.token.KeyWatch;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.file.KeyFiles;
import dev.gatehouse.instance.token.metrics.MicrometerKeyMetrics;
import dev.gatehouse.instance.wiring.Running.Turns;
import dev.gatehouse.instance.wiring.WorldConfiguration.RandomIds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Partner tokens, signed with the keys in their files.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /// A pair is not renewed, so it is good for a little longer than its instance may live.
    private static final Duration BEYOND_LIFETIME = Duration.ofHours(1);

    @Bean
    KeyWatch keyWatch(InstanceProperties instances, TokenProperties tokens, InstantSource time, MeterRegistry meters)
            throws IOException {
        var watch = new KeyWatch(
                new KeyFiles(instances.partnerKey()),
                tokens.rules(instances.issuer(), pairLifetime(instances)),
                time,
                new MicrometerKeyMetrics(meters));
        Gauge.builder("gatehouse.instance.keys", watch, KeyWatch::size).register(meters);
        return watch;
    }

    @Bean
    Turns keyReadings(KeyWatch keys, TokenProperties settings) {
        return timers -> keys.start(timers, settings.keysEvery());
    }

    @Bean
    PartnerTokens partnerTokens(KeyWatch keys, InstanceProperties instances, RandomIds ids) {
        return new PartnerTokens(keys, pairLifetime(instances), ids::next);
    }

    private static Duration pairLifetime(InstanceProperties instances) {
        return instances.lifetime().plus(BEYOND_LIFETIME);
    }
}
