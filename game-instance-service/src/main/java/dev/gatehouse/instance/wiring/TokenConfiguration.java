package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.wiring.WorldConfiguration.RandomIds;
import dev.gatehouse.model.partner.PartnerSigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Partner tokens, signed with the key in its file.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /// A pair is not renewed, so it is good for a little longer than its instance may live.
    private static final Duration BEYOND_LIFETIME = Duration.ofHours(1);

    @Bean
    PartnerTokens partnerTokens(InstanceProperties settings, RandomIds ids) throws IOException {
        var key = PartnerSigningKey.of(Files.readString(settings.partnerKey()));
        return new PartnerTokens(key, settings.issuer(), settings.lifetime().plus(BEYOND_LIFETIME), ids::next);
    }
}
