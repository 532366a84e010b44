package dev.gatehouse.instance.allocation;

import java.time.Duration;

/// What a provider may cost those who ask it.
///
/// @param answer how long one call may take
/// @param atOnce so many calls are under way at most; whoever comes then asks the next
///     one of its route, and waits where there is none
/// @param slow an answer that takes longer counts as a failure
/// @param failures of so many in a hundred the provider is not asked for a while
/// @param judgedBy of the last so many calls
/// @param rest for so long it is not asked; after that a few calls try it
public record CallLimits(Duration answer, int atOnce, Duration slow, int failures, int judgedBy, Duration rest) {

    public CallLimits {
        positive("answer", answer);
        positive("slow", slow);
        positive("rest", rest);
        if (atOnce < 1 || judgedBy < 1) {
            throw new IllegalArgumentException("atOnce, judgedBy: " + atOnce + ", " + judgedBy + " (expected: >= 1)");
        }
        if (failures < 1 || failures > 100) {
            throw new IllegalArgumentException("failures: " + failures + " (expected: 1 to 100)");
        }
    }

    private static void positive(String what, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: > 0)");
        }
    }
}
