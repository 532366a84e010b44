package dev.gatehouse.session.instance;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.servercode.InstanceAnswer;

/// Has the game-instance-service do what somebody wants. Blocks for a bounded time; safe to use from any thread.
@FunctionalInterface
public interface InstanceLine {

    /// @return `unavailable` where nobody can be asked, or does not answer in time
    InstanceAnswer ask(GameId game, InstanceRequest request) throws InterruptedException;
}
