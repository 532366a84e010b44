package dev.gatehouse.instance.effect.metrics;

import dev.gatehouse.instance.life.LifeEffect;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.InstanceRecord;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts the states that instances come into, and how allocations end, before it hands on.
public final class CountedEffects implements LifeEffects {

    private final LifeEffects effects;
    private final MeterRegistry meters;

    public CountedEffects(LifeEffects effects, MeterRegistry meters) {
        this.effects = effects;
        this.meters = meters;
    }

    @Override
    public void perform(LifeEffect effect, InstanceRecord instance) {
        effects.perform(effect, instance);
    }

    @Override
    public void entered(InstanceRecord instance) {
        effects.entered(instance);
        meters.counter("gatehouse.instance.states", "state", instance.state().name())
                .increment();
        if (instance.state() == InstanceState.ALLOCATED || instance.state() == InstanceState.FAILED) {
            meters.counter(
                            "gatehouse.instance.allocations",
                            "result",
                            instance.state().name())
                    .increment();
        }
    }
}
