package dev.gatehouse.session.web;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// What a caller hears whose request was not carried out.
///
/// @param code for programs, in snake case
/// @param message English, for people
/// @param retryable whether the same request may succeed later
/// @param owner with `owned_elsewhere`: the node to ask
/// @param member with `unsynchronized_touches_checksummed` and `client_would_miss_edit`: the model's member
public record ApiError(
        @Member(1) String code,
        @Member(2) String message,
        @Member(3) boolean retryable,
        @Member(4) @Nullable NodeId owner,
        @Member(5) @Nullable String member) {

    public static ApiError of(String code, String message) {
        return new ApiError(code, message, false, null, null);
    }

    public static ApiError retryable(String code, String message) {
        return new ApiError(code, message, true, null, null);
    }

    public static ApiError ownedElsewhere(NodeId owner) {
        return new ApiError("owned_elsewhere", "Another node owns the player.", true, owner, null);
    }

    public static ApiError unavailable() {
        return retryable("unavailable", "The request cannot be carried out now, or it is not known whether it was.");
    }

    public static ApiError unknownGame() {
        return of("unknown_game", "This node hosts no such game with players.");
    }

    /// Retryable: during a rollout the next node may be one that can read it.
    public static ApiError unreadablePlayer() {
        return retryable("unreadable_player", "What is stored cannot be read by the game loaded here.");
    }

    public static ApiError unknownPlayer() {
        return of("unknown_player", "Nobody of this id has ever played.");
    }
}
