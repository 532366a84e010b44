package dev.gatehouse.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The page for vendors against what is sent and read.
class WebhookPageTest {

    private static final Path PAGE = Path.of("../docs/providers/webhook.openapi.yaml");

    @Test
    void describesEveryMemberOfEveryMessage() throws IOException {
        var schemas = at(page(), "components", "schemas");

        for (Class<?> message : WebhookMessages.class.getDeclaredClasses()) {
            var described = at(schemas, message.getSimpleName(), "properties").keySet();
            assertThat(described)
                    .as(message.getSimpleName())
                    .isEqualTo(Arrays.stream(message.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void describesEveryRequest() throws IOException {
        var paths = at(page(), "paths");

        assertThat(paths).containsOnlyKeys("/servers", "/servers/{serverId}");
        assertThat(at(paths, "/servers")).containsOnlyKeys("get");
        assertThat(at(paths, "/servers/{serverId}")).containsOnlyKeys("parameters", "put", "get", "delete");
    }

    private static Map<String, Object> page() throws IOException {
        return new Yaml().load(Files.readString(PAGE));
    }

    @SuppressWarnings("unchecked") // The page is objects as far as it is looked into.
    private static Map<String, Object> at(Map<String, Object> from, String... names) {
        var here = from;
        for (String name : names) {
            here = (Map<String, Object>) Objects.requireNonNull(here.get(name));
        }
        return here;
    }
}
