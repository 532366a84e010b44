package dev.gatehouse.session.session;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// How far a session has heard a topic, or a document that it follows.
///
/// @param topic its name in the game of the session's player; of a document, the name of the subscription
/// @param position the number of the last entry on the session's stream; of a document, its version
/// @param present the players of whom the session knows that they are there; of groups alone
public record Bookmark(
        @Member(1) String topic,
        @Member(2) long position,
        @Member(3) List<PlayerId> present) {

    public Bookmark {
        present = List.copyOf(present);
    }
}
