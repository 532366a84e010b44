package dev.gatehouse.model.protocol;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// Whom an event goes to; exactly one member is set.
///
/// @param group the members of this group
/// @param user all sessions of this player
/// @param all everybody in the game; only ever true
public record EventScope(
        @Member(1) @Nullable String group,
        @Member(2) @Nullable PlayerId user,
        @Member(3) @Nullable Boolean all) {

    public EventScope {
        int set = (group == null ? 0 : 1) + (user == null ? 0 : 1) + (all == null ? 0 : 1);
        if (set != 1) {
            throw new IllegalArgumentException(
                    "scope: " + set + " members (expected: exactly one of group, user, all)");
        }
        if (all != null && !all) {
            throw new IllegalArgumentException("scope.all: false (expected: true, or another member)");
        }
    }

    public static EventScope group(String name) {
        return new EventScope(name, null, null);
    }

    public static EventScope user(PlayerId player) {
        return new EventScope(null, player, null);
    }

    public static EventScope everybody() {
        return new EventScope(null, null, true);
    }
}
