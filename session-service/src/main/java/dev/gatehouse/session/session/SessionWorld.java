package dev.gatehouse.session.session;

import java.time.InstantSource;

/// What every session of a node shares.
///
/// @param clock the wall clock, for showing it to clients and for how long a session may be; waiting is
///     measured by the `now` that callers hand in
public record SessionWorld(SessionProperties limits, InstantSource clock, ResumeTokens tokens) {

    /// When a session that begins now has been as long as one may be, in ms since 1970.
    long longestUntilMillis() {
        return clock.millis() + limits.maxLength().toMillis();
    }
}
