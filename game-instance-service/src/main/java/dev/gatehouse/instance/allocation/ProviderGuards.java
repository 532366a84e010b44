package dev.gatehouse.instance.allocation;

import dev.gatehouse.provider.GameServerProvider;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Puts a guard before each provider.
public final class ProviderGuards {

    /// After its rest a provider is tried with so many calls, by which it is judged anew.
    private static final int TRIES_AFTER_REST = 3;

    private final ProviderProperties settings;
    private final TimedCalls calls;
    private final AllocationMetrics metrics;
    private final InstantSource time;

    /// @param nanos a monotonic clock
    public ProviderGuards(
            ProviderProperties settings, TimedCalls calls, AllocationMetrics metrics, LongSupplier nanos) {
        this.settings = settings;
        this.calls = calls;
        this.metrics = metrics;
        this.time = () -> Instant.EPOCH.plusNanos(nanos.getAsLong());
    }

    public GuardedProvider guard(GameServerProvider provider) {
        var limits = settings.limitsOf(provider.name());
        var breaker = CircuitBreaker.of(provider.name(), config(limits));
        return new GuardedProvider(provider, breaker, limits, calls, metrics);
    }

    private CircuitBreakerConfig config(CallLimits limits) {
        return CircuitBreakerConfig.custom()
                .clock(time.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .slidingWindow(limits.judgedBy(), Math.max(1, limits.judgedBy() / 2), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(limits.failures())
                .slowCallDurationThreshold(limits.slow())
                .slowCallRateThreshold(limits.failures())
                .waitDurationInOpenState(limits.rest())
                .permittedNumberOfCallsInHalfOpenState(TRIES_AFTER_REST)
                .ignoreExceptions(NotWantedException.class)
                .build();
    }
}
