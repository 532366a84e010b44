package dev.gatehouse.instance.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstancePropertiesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(strings = {"http://instances:8082", "ws://instances:8082/partner", "ws:instances", "instances:8082"})
    void wantsAnAddressThatGameServersCanUse(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url, DAY))
                .withMessageStartingWith("partnerUrl: " + url);
        assertThat(settings("wss://instances:8082", DAY).partnerUrl().getPort()).isEqualTo(8082);
    }

    @Test
    void letsNoInstanceOutliveWhatTheRegistryKeepsOfIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> settings("ws://instances:8082", Duration.ofDays(2).plusSeconds(1)))
                .withMessage("lifetime: PT48H1S (expected: <= PT48H)");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void wantsABoundOnWhatComesFromAServer(int offspring) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("ws://instances:8082", DAY, offspring))
                .withMessage("offspring: " + offspring + " (expected: 0 to 10000)");
        assertThat(settings("ws://instances:8082", DAY, 0).offspring()).isZero();
    }

    private static InstanceProperties settings(String partnerUrl, Duration lifetime) {
        return settings(partnerUrl, lifetime, 100);
    }

    private static InstanceProperties settings(String partnerUrl, Duration lifetime, int offspring) {
        return new InstanceProperties(
                Path.of("partner.jwk"),
                URI.create(partnerUrl),
                null,
                "issuer",
                "local-process",
                DAY,
                DAY,
                Duration.ofSeconds(5),
                3,
                DAY,
                lifetime,
                offspring,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));
    }
}
