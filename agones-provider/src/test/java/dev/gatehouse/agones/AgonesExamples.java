package dev.gatehouse.agones;

import dev.gatehouse.agones.AgonesProperties.PriorityProperties;
import dev.gatehouse.agones.AgonesProperties.SelectorProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Settings for tests: of servers in the namespace `games`.
public final class AgonesExamples {

    public static AgonesProperties of(List<SelectorProperties> selectors, Duration answer) {
        return of(selectors, List.of(), Map.of(), List.of(), answer);
    }

    public static AgonesProperties of(
            List<SelectorProperties> selectors,
            List<PriorityProperties> priorities,
            Map<String, Long> counters,
            List<String> lists,
            Duration answer) {
        return new AgonesProperties(
                true,
                URI.create("https://127.0.0.1"),
                Path.of("account"),
                "games",
                "gatehouse",
                selectors,
                Map.of(),
                priorities,
                counters,
                lists,
                answer);
    }

    private AgonesExamples() {}
}
