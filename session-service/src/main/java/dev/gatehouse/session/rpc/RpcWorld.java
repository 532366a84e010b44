package dev.gatehouse.session.rpc;

import dev.gatehouse.session.game.LoggableFailures;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/// What all calls of a node share.
///
/// @param threads for the games' code: as many as there are calls, such as virtual ones
/// @param timers starts what is due
public record RpcWorld(
        RpcProperties limits, ExecutorService threads, ScheduledExecutorService timers, LoggableFailures failures) {}
