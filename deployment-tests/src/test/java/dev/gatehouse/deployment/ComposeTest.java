package dev.gatehouse.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @CsvSource({"proxy, proxy-service", "session, session-service", "game-instance, game-instance-service"})
    void setsOnlyWhatTheServiceReads(String name, String module) throws IOException {
        KnownSettings settings = KnownSettings.of(module);

        assertThat(map(service(name), "environment").keySet())
                .allSatisfy(variable -> assertThat(settings.knows(variable))
                        .as("%s: %s (known: %s)", name, variable, settings)
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "proxy, proxy-service, 9080",
        "session, session-service, 9081",
        "game-instance, game-instance-service, 9082"
    })
    void buildsEachServiceAndAsksWhetherItIsReady(String name, String module, int port) throws IOException {
        Map<String, Object> service = service(name);

        assertThat(map(map(service, "build"), "args")).containsEntry("SERVICE", module);
        assertThat(ROOT.resolve(module).resolve("pom.xml")).exists();
        assertThat(list(map(service, "healthcheck"), "test")).contains("http://127.0.0.1:" + port + "/readyz");
    }

    @ParameterizedTest
    @CsvSource({"session, GATEHOUSE_GAMES", "game-instance, GATEHOUSE_PROVIDERS"})
    void mountsJarsWhereTheImageLoadsThem(String name, String folder) throws IOException {
        assertThat(list(service(name), "volumes"))
                .singleElement()
                .asString()
                .startsWith("${" + folder + ":-")
                .endsWith(":/games:ro");
        assertThat(ROOT.resolve("Dockerfile")).content().contains("ENV LOADER_PATH=/games");
    }

    @Test
    void pinsEveryImage() throws IOException {
        assertThat(map(compose(), "services").keySet())
                .allSatisfy(name ->
                        assertThat(service(name).get("image")).asString().matches("[a-z/-]+:\\d+\\.\\d+\\.\\d+\\S*"));
    }

    @Test
    void givesNoDefaultToASecret() throws IOException {
        assertThat(map(compose(), "secrets").values())
                .allSatisfy(secret -> assertThat(secret.toString()).contains("${GATEHOUSE_SECRETS"));
        assertThat(Files.readString(ROOT.resolve("docker-compose.yml")))
                .contains("${GATEHOUSE_SECRETS:?")
                .doesNotContain("${GATEHOUSE_SECRETS:-");
    }

    @Test
    void letsRedisKeepWhatIsWritten() throws IOException {
        assertThat(list(service("redis"), "command")).containsSubsequence("--appendonly", "yes");
    }

    @Test
    void runsTheImageAsNobodySpecial() throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve("Dockerfile"))) {
            List<String> instructions = lines.filter(line -> line.matches("(USER|ENTRYPOINT|FROM) .*"))
                    .toList();

            assertThat(instructions)
                    .contains("USER 10001:10001")
                    .allSatisfy(line -> assertThat(line)
                            .matches(
                                    "(FROM \\S+:\\d+\\.\\d+\\.\\d+\\S*.*|USER \\d+:\\d+|ENTRYPOINT \\[\"java\", .*])"));
        }
    }

    private static Map<String, Object> service(String name) throws IOException {
        return map(map(compose(), "services"), name);
    }

    private static Map<String, Object> compose() throws IOException {
        return new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> parent, String key) {
        return (List<String>) Objects.requireNonNull(parent.get(key), key);
    }
}
