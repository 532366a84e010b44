package dev.gatehouse.proxy.device;

/// Counts policies that were not heard.
public interface PolicyFailures {

    void count(PolicyFailure failure);
}
