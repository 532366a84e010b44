package dev.gatehouse.proxy.device.metrics;

import dev.gatehouse.proxy.device.PolicyFailure;
import dev.gatehouse.proxy.device.PolicyFailures;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// Counts in `gatehouse_proxy_policy_failures_total`.
public final class MeteredPolicyFailures implements PolicyFailures {

    private final MeterRegistry meters;

    public MeteredPolicyFailures(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void count(PolicyFailure failure) {
        meters.counter(
                        "gatehouse.proxy.policy.failures",
                        "reason",
                        failure.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
