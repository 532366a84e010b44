package dev.gatehouse.client;

import dev.gatehouse.client.device.Probe;
import dev.gatehouse.client.transport.Transport;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What a client's core gets from outside.
///
/// @param nanoTime monotonic
record World(
        Transport transport,
        ScheduledExecutorService timers,
        LongSupplier nanoTime,
        RandomGenerator random,
        Probe probe) {}
