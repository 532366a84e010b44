package dev.gatehouse.instance.pool.metrics;

import dev.gatehouse.instance.pool.PoolMetrics;
import dev.gatehouse.registry.pool.PoolFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/// Shows the newest figures of each pool, and counts what has lapsed.
public final class MicrometerPoolMetrics implements PoolMetrics {

    private final MeterRegistry meters;
    private final Map<String, PoolFigures> newest = new ConcurrentHashMap<>();

    public MicrometerPoolMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void seen(String pool, PoolFigures figures) {
        if (newest.put(pool, figures) == null) {
            show("gatehouse.instance.pool.servers", pool, PoolFigures::poolServers);
            show("gatehouse.instance.pool.places", pool, PoolFigures::places);
            show("gatehouse.instance.pool.free", pool, PoolFigures::free);
        }
        meters.counter("gatehouse.instance.pool.lapsed", "pool", pool).increment(figures.lapsed());
    }

    private void show(String name, String pool, ToDoubleFunction<PoolFigures> figure) {
        Gauge.builder(name, newest, figures -> figure.applyAsDouble(figures.get(pool)))
                .tag("pool", pool)
                .register(meters);
    }
}
