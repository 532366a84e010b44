package dev.gatehouse.session.session;

import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What a session has begun besides its player's timeline, and what its next owner goes on with.
///
/// @param memberships groups, as addressed
/// @param subscriptions each as the client's id, a space, and the document's name
public record Standing(
        @Member(1) List<String> memberships, @Member(2) List<String> subscriptions) {

    public static final Standing NONE = new Standing(List.of(), List.of());

    public Standing {
        memberships = List.copyOf(memberships);
        subscriptions = List.copyOf(subscriptions);
    }
}
