package dev.gatehouse.instance.life;

import dev.gatehouse.registry.instance.InstanceRecord;

/// For tests that look at the instance only.
public final class NoEffects implements LifeEffects {

    @Override
    public void perform(LifeEffect effect, InstanceRecord instance) {
        // Nobody is told.
    }

    @Override
    public void entered(InstanceRecord instance) {
        // Nobody is told.
    }
}
