package dev.gatehouse.session.session;

import java.time.InstantSource;

/// What every session of a node shares.
///
/// @param clock the wall clock, only for showing it to clients; waiting is measured by the `now` that callers
///     hand in
public record SessionWorld(SessionProperties limits, InstantSource clock, ResumeTokens tokens) {}
