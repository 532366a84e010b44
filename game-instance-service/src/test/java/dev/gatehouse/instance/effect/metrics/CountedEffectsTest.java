package dev.gatehouse.instance.effect.metrics;

import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.model.lifecycle.InstanceState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CountedEffectsTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LifeEffects effects = new CountedEffects(new NoEffects(), meters);

    @Test
    void countsEachStateThatAnInstanceComesInto() {
        effects.entered(InstanceExamples.in(InstanceState.LINKED));
        effects.entered(InstanceExamples.in(InstanceState.RUNNING));

        assertThat(counts("gatehouse.instance.states", "state")).isEqualTo(Map.of("linked", 1.0, "running", 1.0));
    }

    @Test
    void countsAnAllocationOnceWhereTheServerLinksAfterIt() {
        effects.entered(InstanceExamples.in(InstanceState.ALLOCATED));
        effects.entered(InstanceExamples.in(InstanceState.LINKED));

        assertThat(allocations()).isEqualTo(Map.of("allocated", 1.0));
    }

    @Test
    void countsAnAllocationWhoseServerIsQuickerThanItsProvider() {
        effects.entered(InstanceExamples.in(InstanceState.ALLOCATING).in(InstanceState.LINKED, NOW, "test"));

        assertThat(allocations()).isEqualTo(Map.of("allocated", 1.0));
    }

    @Test
    void countsAnAllocationThatFailed() {
        effects.entered(InstanceExamples.in(InstanceState.ALLOCATING).in(InstanceState.FAILED, NOW, "test"));

        assertThat(allocations()).isEqualTo(Map.of("failed", 1.0));
    }

    @Test
    void countsNoSecondEndOfAnAllocationWhoseServerNeverLinks() {
        effects.entered(InstanceExamples.in(InstanceState.ALLOCATED));
        effects.entered(InstanceExamples.in(InstanceState.ALLOCATED).in(InstanceState.FAILED, NOW, "test"));

        assertThat(allocations()).isEqualTo(Map.of("allocated", 1.0));
    }

    private Map<String, Double> allocations() {
        return counts("gatehouse.instance.allocations", "result");
    }

    private Map<String, Double> counts(String meter, String tag) {
        return meters.find(meter).counters().stream()
                .collect(Collectors.toMap(
                        counter -> String.valueOf(counter.getId().getTag(tag)), Counter::count));
    }
}
