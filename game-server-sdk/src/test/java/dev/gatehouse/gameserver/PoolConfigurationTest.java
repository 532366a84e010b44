package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolConfigurationTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GATEHOUSE_PARTNER_URL", "wss://partner.example:443",
            "GATEHOUSE_POOL_KEY", "a-pool-key-of-at-least-32-characters",
            "GATEHOUSE_POOL_SERVER", "box-1",
            "GATEHOUSE_POOL_PLACES", "16");

    @Test
    void readsTheEnvironment() {
        var configuration = PoolConfiguration.from(ENVIRONMENT);

        assertThat(configuration)
                .isEqualTo(new PoolConfiguration(
                        URI.create("wss://partner.example:443"), "a-pool-key-of-at-least-32-characters", "box-1", 16));
        assertThat(configuration.poolUrl()).isEqualTo(URI.create("wss://partner.example:443/partner/v1/pool"));
    }

    @Test
    void namesWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolConfiguration.from(with("GATEHOUSE_POOL_KEY", "")))
                .withMessageStartingWith("GATEHOUSE_POOL_KEY: absent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolConfiguration.from(with("GATEHOUSE_POOL_PLACES", "1001")))
                .withMessage("places: 1001 (expected: 0 to 1000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolConfiguration.from(with("GATEHOUSE_POOL_PLACES", "many")))
                .withMessage("GATEHOUSE_POOL_PLACES: many (expected: a whole number)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolConfiguration.from(with("GATEHOUSE_PARTNER_URL", "http://partner.example")))
                .withMessageStartingWith("partnerUrl: http://partner.example");
    }

    @Test
    void showsNoKey() {
        assertThat(PoolConfiguration.from(ENVIRONMENT)).asString().doesNotContain("a-pool-key");
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put(name, value);
        return environment;
    }
}
