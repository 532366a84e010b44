package dev.gatehouse.simulation.game;

import dev.gatehouse.model.protocol.EventScope;
import java.util.List;

/// Where players speak to each other: in a group that all of them are in, and to everybody.
public final class Tavern {

    public static final String GROUP = "tavern";

    public static final EventScope INSIDE = EventScope.group(GROUP);

    public static final List<EventScope> SCOPES = List.of(INSIDE, EventScope.everybody());

    /// The name of what they say.
    public static final String WORDS = "words";

    private Tavern() {}
}
