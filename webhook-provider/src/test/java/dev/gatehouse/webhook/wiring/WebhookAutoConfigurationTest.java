package dev.gatehouse.webhook.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.webhook.WebhookProperties;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WebhookAutoConfigurationTest {

    private static final String KEY = "gatehouse.webhook.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(WebhookAutoConfiguration.class));

    @Test
    void isFoundByItsNameInTheJar() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(WebhookAutoConfiguration.class.getName());
    }

    @Test
    void isThereOnlyWhereAnAddressIsSet() {
        service.withPropertyValues(KEY).run(context -> assertThat(context).doesNotHaveBean(GameServerProvider.class));
        service.withPropertyValues(KEY, "gatehouse.webhook.url=https://vendor.example.com/gatehouse")
                .run(context -> assertThat(context)
                        .getBean(GameServerProvider.class)
                        .returns("webhook", GameServerProvider::name));
    }

    @Test
    void readsWhomItAsksAndForHowLong() {
        service.withPropertyValues(
                        KEY,
                        "gatehouse.webhook.url=http://vendor.internal/gatehouse",
                        "gatehouse.webhook.plain-http=true",
                        "gatehouse.webhook.key-id=mines",
                        "gatehouse.webhook.answer=2s")
                .run(context -> assertThat(context.getBean(WebhookProperties.class))
                        .returns(URI.create("http://vendor.internal/gatehouse"), WebhookProperties::url)
                        .returns("mines", WebhookProperties::keyId)
                        .returns(Duration.ofSeconds(2), WebhookProperties::answer));
    }

    @Test
    void refusesAKeyThatCouldBeGuessed() {
        service.withPropertyValues(
                        "gatehouse.webhook.key=c2hvcnQ=", "gatehouse.webhook.url=https://vendor.example.com/gatehouse")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("key: 5 bytes (expected: at least 32)"));
    }
}
