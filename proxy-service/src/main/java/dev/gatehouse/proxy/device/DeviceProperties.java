package dev.gatehouse.proxy.device;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Several sessions on one device.
///
/// @param policyTimeout how long a game may take to say who stays; then everybody does
/// @param endTimeout how long ending a loser may take before the newcomer goes on without
/// @param claimTtl how long a claimed session that never opens stays on the device's list
@ConfigurationProperties("gatehouse.proxy.device")
public record DeviceProperties(
        @DefaultValue("2s") Duration policyTimeout,
        @DefaultValue("2s") Duration endTimeout,
        @DefaultValue("30s") Duration claimTtl) {

    public DeviceProperties {
        if (!policyTimeout.isPositive()) {
            throw new IllegalArgumentException("policyTimeout: " + policyTimeout + " (expected: > 0)");
        }
        if (!endTimeout.isPositive()) {
            throw new IllegalArgumentException("endTimeout: " + endTimeout + " (expected: > 0)");
        }
        if (claimTtl.compareTo(policyTimeout.plus(endTimeout)) <= 0) {
            throw new IllegalArgumentException("claimTtl: " + claimTtl + " (expected: > policyTimeout + endTimeout = "
                    + policyTimeout.plus(endTimeout) + ")");
        }
    }
}
