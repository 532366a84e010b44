package dev.gatehouse.instance.effect.metrics;

import dev.gatehouse.instance.life.LifeEffect;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.InstanceRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;

/// Counts the states that instances come into, and how allocations end, before it hands on.
public final class CountedEffects implements LifeEffects {

    private final LifeEffects effects;
    private final MeterRegistry meters;

    public CountedEffects(LifeEffects effects, MeterRegistry meters) {
        this.effects = effects;
        this.meters = meters;
    }

    @Override
    public Runnable prepare(LifeEffect effect, InstanceRecord instance) {
        return effects.prepare(effect, instance);
    }

    @Override
    public void entered(InstanceRecord instance) {
        effects.entered(instance);
        meters.counter("gatehouse.instance.states", "state", tag(instance.state()))
                .increment();
        allocationEndedBy(instance)
                .ifPresent(result -> meters.counter("gatehouse.instance.allocations", "result", tag(result))
                        .increment());
    }

    private static String tag(InstanceState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// A server may link before its provider's answer, and an instance may fail after it: each allocation is
    /// counted by the step that ended it.
    private static Optional<InstanceState> allocationEndedBy(InstanceRecord instance) {
        boolean allocated = instance.history().stream().anyMatch(entry -> entry.state() == InstanceState.ALLOCATED);
        return switch (instance.state()) {
            case ALLOCATED -> Optional.of(InstanceState.ALLOCATED);
            case LINKED -> allocated ? Optional.empty() : Optional.of(InstanceState.ALLOCATED);
            case FAILED -> allocated ? Optional.empty() : Optional.of(InstanceState.FAILED);
            case CREATED, ALLOCATING, RUNNING, ENDED, TERMINATED, EXPIRED -> Optional.empty();
        };
    }
}
