package dev.gatehouse.instance.token;

/// Counts how the keys are read.
public interface KeyMetrics {

    /// @param ok false where the keys that were known go on
    void read(boolean ok);
}
