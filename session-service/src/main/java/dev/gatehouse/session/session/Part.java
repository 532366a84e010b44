package dev.gatehouse.session.session;

import dev.gatehouse.model.schema.Member;

/// The part that a session plays in its player's timeline.
///
/// @param rank among the player's sessions: the newest has the highest, and leads
/// @param follows whether its client was told so last; else it was told that it leads
/// @param thin whether its client runs nothing itself: it has flushed without a checksum
public record Part(
        @Member(1) long rank,
        @Member(2) boolean follows,
        @Member(3) boolean thin) {

    /// Of a session that is alone, as far as is known.
    static final Part ONLY = new Part(0, false, false);

    public static Part ofRank(long rank) {
        return new Part(rank, false, false);
    }

    /// Whether its client runs nothing itself, and hears of every change.
    public boolean looksOn() {
        return follows || thin;
    }

    public Part leading(boolean leads) {
        return new Part(rank, !leads, thin);
    }

    public Part thin(boolean runsNothing) {
        return new Part(rank, follows, runsNothing);
    }
}
