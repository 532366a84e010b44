package dev.gatehouse.proxy.device;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Several sessions on one device.
///
/// @param policyTimeout how long a game may take to say who stays; then everybody does
/// @param endTimeout how long ending a loser may take before the newcomer goes on without
/// @param turnWait how long a newcomer may wait while others of its device are decided about; then it is asked to
///     come back
/// @param turnPoll how often it asks whether it is its turn
/// @param claimTtl how long a claimed session that never opens stays on the device's list
@ConfigurationProperties("gatehouse.proxy.device")
public record DeviceProperties(
        @DefaultValue("2s") Duration policyTimeout,
        @DefaultValue("2s") Duration endTimeout,
        @DefaultValue("15s") Duration turnWait,
        @DefaultValue("25ms") Duration turnPoll,
        @DefaultValue("30s") Duration claimTtl) {

    public DeviceProperties {
        if (!policyTimeout.isPositive()) {
            throw new IllegalArgumentException("policyTimeout: " + policyTimeout + " (expected: > 0)");
        }
        if (!endTimeout.isPositive()) {
            throw new IllegalArgumentException("endTimeout: " + endTimeout + " (expected: > 0)");
        }
        if (!turnPoll.isPositive() || turnWait.compareTo(turnPoll) < 0) {
            throw new IllegalArgumentException(
                    "turnPoll: " + turnPoll + " (expected: > 0, and at most turnWait = " + turnWait + ")");
        }
        if (claimTtl.compareTo(policyTimeout.plus(endTimeout)) <= 0) {
            throw new IllegalArgumentException("claimTtl: " + claimTtl + " (expected: > policyTimeout + endTimeout = "
                    + policyTimeout.plus(endTimeout) + ")");
        }
    }

    /// How long a turn lasts that nobody ends, because its proxy is gone.
    public Duration longestTurn() {
        return policyTimeout.plus(endTimeout).plus(endTimeout);
    }
}
