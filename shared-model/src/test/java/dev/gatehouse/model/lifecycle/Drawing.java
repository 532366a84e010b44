package dev.gatehouse.model.lifecycle;

import static java.util.stream.Collectors.joining;

/// A table as the Mermaid diagram that docs/lifecycles.md shows.
final class Drawing {

    static String of(TransitionTable<?, ?> table) {
        return table.moves().stream()
                .map(move -> "%s --> %s: %s\n".formatted(move.from(), move.to(), move.trigger()))
                .collect(joining("", "stateDiagram-v2\n", "```\n"));
    }

    private Drawing() {}
}
