package dev.gatehouse.registry.instance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What must be so of an instance's link for a change to be made, in the same instant as the change.
public sealed interface LinkTerm {

    /// Whoever is linked, or nobody.
    record Any() implements LinkTerm {}

    /// A link is live.
    ///
    /// @param link the one that it must be; null for whichever
    record Held(@Nullable String link) implements LinkTerm {}

    /// No other link is live, or that of the same run: with the change, this one is, and its server was heard.
    ///
    /// @param link names one connection of one node
    /// @param run which process opened it; null for one that takes no other's place
    record Taken(String link, @Nullable String run, Duration lifetime) implements LinkTerm {}
}
