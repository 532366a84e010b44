package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/// What a service reads, from its defaults and the descriptions that its build wrote, as environment variables are
/// called.
final class KnownSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> names = new TreeSet<>();

    private KnownSettings() {}

    /// @param module its Maven module
    static KnownSettings of(String module) throws IOException {
        var settings = new KnownSettings();
        Path defaults = Path.of("..", module, "src/main/resources/application.yaml");
        settings.addAll("", new Yaml().load(Files.readString(defaults)));
        for (URL url : Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA))) {
            if (isReadBy(module, url.toString())) {
                try (InputStream metadata = url.openStream()) {
                    settings.addAll(JSON.readTree(metadata));
                }
            }
        }
        return settings;
    }

    /// Whether the service reads this; an element of a list or map counts as its whole.
    boolean knows(String variable) {
        return names.stream().anyMatch(name -> variable.equals(name) || variable.startsWith(name + "_"));
    }

    /// The ones that are ours.
    @Override
    public String toString() {
        return names.stream()
                .filter(name -> name.startsWith("GATEHOUSE_"))
                .toList()
                .toString();
    }

    private static boolean isReadBy(String module, String url) {
        return url.contains("/" + module + "/")
                || url.contains("/session-registry/")
                || (url.contains("-provider/") && module.equals("game-instance-service"))
                || url.contains("/org/springframework/boot/");
    }

    /// What a service gives a default to, it reads.
    private void addAll(String prefix, Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> addAll(prefix + (prefix.isEmpty() ? "" : ".") + name, member));
        } else {
            names.add(asVariable(prefix));
        }
    }

    private void addAll(JsonNode metadata) {
        for (JsonNode property : metadata.path("properties")) {
            names.add(asVariable(property.path("name").asText()));
        }
    }

    private static String asVariable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
