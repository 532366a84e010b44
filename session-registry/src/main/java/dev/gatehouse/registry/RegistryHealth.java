package dev.gatehouse.registry;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/// Whether the registry can be asked, for readiness. Liveness never asks.
public interface RegistryHealth {

    /// The time by Redis' clock. Fails with [RegistryUnavailableException] within the command timeout.
    CompletionStage<Instant> ping();
}
