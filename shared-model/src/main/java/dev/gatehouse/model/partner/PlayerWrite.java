package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// What the game now keeps with one player of an instance.
///
/// @param data at most [#MAX_LENGTH] characters of JSON
/// @param ifVersion where given: nothing is written unless this is the version now
public record PlayerWrite(
        @Member(1) PlayerId playerId,
        @Member(2) JsonText data,
        @Member(3) @Nullable Long ifVersion) {

    /// At most this many characters of JSON for one player.
    public static final int MAX_LENGTH = 1024;

    public PlayerWrite {
        Limits.length("data", data.text(), MAX_LENGTH);
    }
}
