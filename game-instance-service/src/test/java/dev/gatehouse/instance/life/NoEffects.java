package dev.gatehouse.instance.life;

import dev.gatehouse.registry.instance.InstanceRecord;

/// For tests that look at the instance only.
public final class NoEffects implements LifeEffects {

    @Override
    public Runnable prepare(LifeEffect effect, InstanceRecord instance) {
        return () -> {};
    }

    @Override
    public void entered(InstanceRecord instance) {
        // Nobody is told.
    }
}
