package dev.gatehouse.goldrush.town;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;

/// What the scales say of somebody's gold.
public record Weighing(
        @Member(1) PlayerId player, @Member(2) int gold) {

    /// The event by which everybody hears of a weighing.
    public static final String EVENT = "weighed";
}
