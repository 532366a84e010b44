package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameServerConfigurationTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GATEHOUSE_PARTNER_URL", "ws://127.0.0.1:8082",
            "GATEHOUSE_SOCIAL_TOKEN", "social-secret",
            "GATEHOUSE_GAME_TOKEN", "game-secret",
            "GATEHOUSE_GAME_INSTANCE_ID", "gi-1",
            "GATEHOUSE_SERVER_ID", "gs-1");

    @Test
    void readsTheEnvironment() {
        var configuration = GameServerConfiguration.from(ENVIRONMENT);

        assertThat(configuration)
                .isEqualTo(new GameServerConfiguration(
                        URI.create("ws://127.0.0.1:8082"),
                        "social-secret",
                        "game-secret",
                        new InstanceId("gi-1"),
                        new ServerId("gs-1")));
    }

    @Test
    void knowsTheServicesAddresses() {
        var configuration = GameServerConfiguration.from(with("GATEHOUSE_PARTNER_URL", "wss://partner.example:443"));

        assertThat(configuration.linkUrl()).isEqualTo(URI.create("wss://partner.example:443/partner/v1/link"));
        assertThat(configuration.keysUrl()).isEqualTo(URI.create("https://partner.example:443/.well-known/jwks.json"));
    }

    @Test
    void readsAValueFromAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("token"), "from-a-file\n");
        var environment = new HashMap<>(ENVIRONMENT);
        environment.remove("GATEHOUSE_GAME_TOKEN");
        environment.put("GATEHOUSE_GAME_TOKEN_FILE", file.toString());

        assertThat(GameServerConfiguration.from(environment).gameToken()).isEqualTo("from-a-file");
    }

    @Test
    void takesTheNextPairAndNothingElse() {
        var refresh = new Refresh(new InstanceId("gi-1"), "next-game", "next-social");
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put("GATEHOUSE_GAME_TOKEN", "next-game");
        environment.put("GATEHOUSE_SOCIAL_TOKEN", "next-social");

        assertThat(GameServerConfiguration.from(ENVIRONMENT).with(refresh))
                .isEqualTo(GameServerConfiguration.from(environment));
    }

    @Test
    void namesWhatIsMissing() {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.remove("GATEHOUSE_SERVER_ID");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameServerConfiguration.from(environment))
                .withMessage(
                        "GATEHOUSE_SERVER_ID: absent (expected: it or GATEHOUSE_SERVER_ID_FILE in the environment)");
    }

    @Test
    void refusesAnAddressThatIsNoWebSocket() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameServerConfiguration.from(with("GATEHOUSE_PARTNER_URL", "http://127.0.0.1:8082")));
    }

    @Test
    void showsNoToken() {
        assertThat(GameServerConfiguration.from(ENVIRONMENT).toString()).doesNotContain("secret");
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put(name, value);
        return environment;
    }
}
