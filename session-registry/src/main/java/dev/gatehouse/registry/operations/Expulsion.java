package dev.gatehouse.registry.operations;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// An order to end a player's sessions, wherever they are.
///
/// @param order tells it from every other order, so that a node carries it out once
/// @param ban why, and then also sessions that began meanwhile end; absent for a kick
public record Expulsion(
        @Member(1) PlayerId player,
        @Member(2) String order,
        @Member(3) @Nullable Ban ban) {

    public Expulsion {
        Bounds.name("order", order);
    }
}
