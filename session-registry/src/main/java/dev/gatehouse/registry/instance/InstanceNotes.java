package dev.gatehouse.registry.instance;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;

/// What the game keeps with an instance.
///
/// @param own for its server, the studio's backend and operators
/// @param shared for its players, too
/// @param version of both: 1 at first, one more with every change
/// @param lastGone the highest version of what was kept with a player who has no seat any more; 0
///     while there is none
public record InstanceNotes(
        @Member(1) JsonText own,
        @Member(2) JsonText shared,
        @Member(3) long version,
        @Member(4) long lastGone) {

    public static InstanceNotes first(JsonText own, JsonText shared) {
        return new InstanceNotes(own, shared, 1, 0);
    }

    public InstanceNotes next(JsonText own, JsonText shared) {
        return new InstanceNotes(own, shared, version + 1, lastGone);
    }

    /// Once a player is gone with whom something of this version was kept.
    public InstanceNotes without(long gone) {
        return new InstanceNotes(own, shared, version, Math.max(lastGone, gone));
    }
}
