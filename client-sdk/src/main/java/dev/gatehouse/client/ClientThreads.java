package dev.gatehouse.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// Where a client's own work is done. The client shuts down what it gets here.
///
/// @param timers starts what is due; nothing that the client runs on it blocks
/// @param listeners gives each session a thread of its own, which runs one thing after the other
public record ClientThreads(ScheduledExecutorService timers, Supplier<ExecutorService> listeners) {

    /// One daemon thread for all timers, and a virtual thread for each session's listener.
    static ClientThreads usual() {
        var timers = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("gatehouse-client-timers").factory());
        var threads = Thread.ofVirtual().name("gatehouse-client-listener-", 0).factory();
        return new ClientThreads(timers, () -> Executors.newSingleThreadExecutor(threads));
    }
}
