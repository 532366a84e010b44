package dev.gatehouse.simulation.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How often what was done, in one run or in many.
public final class Figures {

    /// What is counted.
    public enum Figure {
        CRASHES,
        PAUSES,
        STALLS,
        CUTS,
        INTERRUPTIONS,
        DEPARTURES,
        DRAINS,
        TAKEOVERS,
        FENCED,
        APPENDS,
        REPEATED_APPENDS,
        ACKNOWLEDGED,
        REWINDS,
        RESUMES,
        LOST_SESSIONS,
        EVENTS,
        HOLES
    }

    private final Map<Figure, Long> counts = new EnumMap<>(Figure.class);

    public void count(Figure figure) {
        counts.merge(figure, 1L, Long::sum);
    }

    public void add(Figures others) {
        others.counts.forEach((figure, count) -> counts.merge(figure, count, Long::sum));
    }

    public long of(Figure figure) {
        return counts.getOrDefault(figure, 0L);
    }

    @Override
    public String toString() {
        return Arrays.stream(Figure.values())
                .map(figure -> of(figure) + " "
                        + figure.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
