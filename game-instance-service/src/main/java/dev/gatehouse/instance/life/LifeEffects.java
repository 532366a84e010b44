package dev.gatehouse.instance.life;

import dev.gatehouse.registry.instance.InstanceRecord;

/// Carries out what follows from a change.
public interface LifeEffects {

    /// Begins what can be begun before it is known whether the change is stored, without waiting.
    ///
    /// @param instance as it is after the change
    /// @return does it, or says in the log why it could not. Blocks for a bounded time; never throws for somebody
    ///     else's failure
    Runnable prepare(LifeEffect effect, InstanceRecord instance);

    /// Notes that the instance has come into a new state.
    void entered(InstanceRecord instance);
}
