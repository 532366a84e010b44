package dev.gatehouse.agones;

import dev.gatehouse.agones.AgonesProperties.SelectorProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Settings for tests: of servers in the namespace `games`.
public final class AgonesExamples {

    public static AgonesProperties of(List<SelectorProperties> selectors, Duration answer) {
        return new AgonesProperties(
                true,
                URI.create("https://127.0.0.1"),
                Path.of("account"),
                "games",
                "gatehouse",
                selectors,
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                answer);
    }

    private AgonesExamples() {}
}
