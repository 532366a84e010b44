package dev.gatehouse.session.talk;

import java.util.concurrent.ScheduledExecutorService;

/// What the talk of all sessions of a node shares.
///
/// @param timers starts what is due
public record TalkWorld(TalkProperties limits, ScheduledExecutorService timers) {}
