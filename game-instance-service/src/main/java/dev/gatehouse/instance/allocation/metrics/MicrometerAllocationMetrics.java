package dev.gatehouse.instance.allocation.metrics;

import dev.gatehouse.instance.allocation.AllocationMetrics;
import dev.gatehouse.instance.allocation.Verdict;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Counts in the service's meters.
public final class MicrometerAllocationMetrics implements AllocationMetrics {

    private final MeterRegistry meters;

    public MicrometerAllocationMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void answered(String provider, Result result) {
        meters.counter("gatehouse.instance.answers", "provider", provider, "result", tag(result))
                .increment();
    }

    @Override
    public void reclaimed(Verdict why) {
        meters.counter("gatehouse.instance.reclaimed", "kind", tag(why)).increment();
    }

    @Override
    public void vanished() {
        meters.counter("gatehouse.instance.vanished").increment();
    }

    @Override
    public void doubted(String provider) {
        meters.counter("gatehouse.instance.doubted", "provider", provider).increment();
    }

    @Override
    public void compares(String provider, Supplier<Duration> age) {
        Gauge.builder("gatehouse.instance.comparison.age", () -> age.get().toSeconds())
                .tag("provider", provider)
                .register(meters);
    }

    @Override
    public void watch(String provider, BooleanSupplier resting) {
        Gauge.builder("gatehouse.instance.resting", () -> resting.getAsBoolean() ? 1 : 0)
                .tag("provider", provider)
                .register(meters);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
