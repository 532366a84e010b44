package dev.gatehouse.instance.pool;

import dev.gatehouse.registry.pool.PoolFigures;

/// Shows what there is in a pool.
public interface PoolMetrics {

    /// @param figures of the whole pool, but for what has lapsed: that was found by this node alone
    void seen(String pool, PoolFigures figures);
}
