package dev.gatehouse.instance.life;

import dev.gatehouse.registry.instance.InstanceRecord;

/// Carries out what follows from a change.
public interface LifeEffects {

    /// Does it, or says in the log why it could not. Blocks for a bounded time; never throws for somebody
    /// else's failure.
    ///
    /// @param instance as it is after the change
    void perform(LifeEffect effect, InstanceRecord instance);

    /// Notes that the instance has come into a new state.
    void entered(InstanceRecord instance);
}
