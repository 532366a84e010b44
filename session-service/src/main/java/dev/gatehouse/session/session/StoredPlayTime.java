package dev.gatehouse.session.session;

import dev.gatehouse.model.schema.Member;

/// What another node needs to hold a session's ticks to real time.
///
/// @param startedAt when the session began to lead, in ms since 1970
/// @param firstTick where the player's timeline was then
/// @param lostMillis how long its client could not play since, without an interruption under way
/// @param interruptedAt when one under way began, in ms since 1970; 0 where there is none
/// @param openedAt when the session began, in ms since 1970; 0 where it has led since then
/// @param openedTick where the player's timeline was then
public record StoredPlayTime(
        @Member(1) long startedAt,
        @Member(2) long firstTick,
        @Member(3) long lostMillis,
        @Member(4) long interruptedAt,
        @Member(5) long openedAt,
        @Member(6) long openedTick) {

    /// The same where the timeline was there when the session began.
    StoredPlayTime beginningAt(long tick) {
        return new StoredPlayTime(startedAt, tick, lostMillis, interruptedAt, openedAt, openedTick);
    }

    /// The same where its node has been away since then.
    StoredPlayTime leftAt(long millis) {
        boolean wasInterrupted = interruptedAt != 0 && interruptedAt < millis;
        return new StoredPlayTime(
                startedAt, firstTick, lostMillis, wasInterrupted ? interruptedAt : millis, openedAt, openedTick);
    }
}
