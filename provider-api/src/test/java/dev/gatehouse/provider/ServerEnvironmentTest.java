package dev.gatehouse.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerEnvironmentTest {

    private final ServerEnvironment environment = new ServerEnvironment(
            URI.create("ws://127.0.0.1:8082"),
            "social-secret",
            "game-secret",
            new InstanceId("gi-1"),
            new ServerId("gs-1"));

    @Test
    void isWhatTheSdkReads() {
        assertThat(environment.variables())
                .isEqualTo(Map.of(
                        "GATEHOUSE_PARTNER_URL", "ws://127.0.0.1:8082",
                        "GATEHOUSE_SOCIAL_TOKEN", "social-secret",
                        "GATEHOUSE_GAME_TOKEN", "game-secret",
                        "GATEHOUSE_GAME_INSTANCE_ID", "gi-1",
                        "GATEHOUSE_SERVER_ID", "gs-1"));
    }

    @Test
    void showsNoSecretInItsText() {
        assertThat(environment).asString().isEqualTo("ServerEnvironment[serverId=gs-1]");
    }
}
