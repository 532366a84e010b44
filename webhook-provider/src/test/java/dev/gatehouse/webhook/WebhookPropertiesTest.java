package dev.gatehouse.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookPropertiesTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void sendsTokensInPlainTextOnlyWhereItIsToldTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("http://vendor.example", KEY, false))
                .withMessage("url: http://vendor.example (expected: https://)");
        assertThat(properties("http://vendor.example", KEY, true)).isNotNull();
        assertThat(properties("http://127.0.0.1:8080", KEY, false)).isNotNull();
        assertThat(properties("https://vendor.example", KEY, false)).isNotNull();
    }

    @Test
    void wantsALongKeyAndShowsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("https://vendor.example", "c2hvcnQ=", false))
                .withMessage("key: 5 bytes (expected: at least 32)");
        assertThat(properties("https://vendor.example", KEY, false)).asString().doesNotContain(KEY);
    }

    @Test
    void takesNoAddressWithAUserOrWithoutAHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("https://user:hush@vendor.example", KEY, false))
                .withMessageContaining("url")
                .withMessageNotContaining("hush");
        assertThatIllegalArgumentException().isThrownBy(() -> properties("https:servers", KEY, false));
        assertThatIllegalArgumentException().isThrownBy(() -> properties("http://a_b", KEY, true));
    }

    @Test
    void wantsANameOfItsSuite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookProperties(
                        URI.create("https://vendor.example"), "", "gatehouse", KEY, Duration.ofSeconds(5), false))
                .withMessageStartingWith("suite: ");
    }

    private static WebhookProperties properties(String url, String key, boolean plainHttp) {
        return new WebhookProperties(URI.create(url), "blue", "gatehouse", key, Duration.ofSeconds(5), plainHttp);
    }
}
