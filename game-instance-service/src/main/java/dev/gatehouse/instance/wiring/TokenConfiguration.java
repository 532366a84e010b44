package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.token.KeyWatch;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.file.KeyFiles;
import dev.gatehouse.instance.token.metrics.MicrometerKeyMetrics;
import dev.gatehouse.instance.wiring.Running.Turns;
import dev.gatehouse.instance.wiring.WorldConfiguration.RandomIds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Partner tokens, signed with the keys in their files.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    KeyWatch keyWatch(InstanceProperties instances, TokenProperties tokens, InstantSource time, MeterRegistry meters)
            throws IOException {
        var watch = new KeyWatch(
                new KeyFiles(instances.partnerKey()),
                tokens.rules(instances.issuer()),
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
    PartnerTokens partnerTokens(KeyWatch keys, TokenProperties settings, Deadlines deadlines, RandomIds ids) {
        settings.check(deadlines);
        return new PartnerTokens(keys, settings.pairLifetime(), ids::next);
    }
}
