package dev.gatehouse.instance.token.metrics;

import dev.gatehouse.instance.token.KeyMetrics;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts into Micrometer.
public final class MicrometerKeyMetrics implements KeyMetrics {

    private final MeterRegistry meters;

    public MicrometerKeyMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void read(boolean ok) {
        meters.counter("gatehouse.instance.key.reads", "result", ok ? "ok" : "failed")
                .increment();
    }
}
