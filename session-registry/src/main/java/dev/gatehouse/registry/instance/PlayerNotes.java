package dev.gatehouse.registry.instance;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;

/// What the game keeps with one player of an instance: for its server, the studio's backend, operators, and for this
/// player.
///
/// @param version one more with every change, and more at first than any of an earlier seat in the
///     instance had: what was read of that one is no version of this one
public record PlayerNotes(
        @Member(1) JsonText value, @Member(2) long version) {

    /// @param lastGone the highest version that a player had who has no seat any more
    public static PlayerNotes first(JsonText value, long lastGone) {
        return new PlayerNotes(value, lastGone + 1);
    }

    public PlayerNotes next(JsonText value) {
        return new PlayerNotes(value, version + 1);
    }
}
