package dev.gatehouse.registry.instance;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;

/// What the game keeps with one player of an instance: for its server, the studio's backend, operators, and for this
/// player.
///
/// @param version 1 at first, one more with every change
public record PlayerNotes(
        @Member(1) JsonText value, @Member(2) long version) {

    public static PlayerNotes first(JsonText value) {
        return new PlayerNotes(value, 1);
    }

    public PlayerNotes next(JsonText value) {
        return new PlayerNotes(value, version + 1);
    }
}
