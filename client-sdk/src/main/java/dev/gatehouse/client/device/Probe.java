package dev.gatehouse.client.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Finds out whether the internet can be reached, so that a player without one is told that and not
/// that the game is down. Asked anew with every attempt to connect, on the listener's thread. What it
/// has not said by the time an attempt has failed counts as unknown.
@FunctionalInterface
public interface Probe {

    /// Takes the internet for granted.
    Probe NONE = () -> CompletableFuture.completedFuture(Reachability.INTERNET);

    /// Returns at once. A stage that fails has not said anything.
    CompletionStage<Reachability> ask();
}
