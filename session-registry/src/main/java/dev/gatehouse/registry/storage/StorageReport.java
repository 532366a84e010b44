package dev.gatehouse.registry.storage;

import java.util.ArrayList;
import java.util.List;

/// What a Redis node says of how it keeps what is written to it.
///
/// @param node its address or id, for people
/// @param appendOnly whether it has an append-only file
/// @param evictionPolicy its `maxmemory-policy`
public record StorageReport(String node, boolean appendOnly, String evictionPolicy) {

    private static final String NO_EVICTION = "noeviction";

    /// Why nothing that must survive may be entrusted to it; empty if it may.
    public List<String> objections() {
        var all = new ArrayList<String>();
        if (!appendOnly) {
            all.add(node
                    + ": has no append-only file, so a restart loses what was acknowledged (expected: appendonly yes)");
        }
        if (!evictionPolicy.equals(NO_EVICTION)) {
            all.add(node + ": maxmemory-policy " + evictionPolicy + " throws keys away when memory is short (expected: "
                    + NO_EVICTION + ")");
        }
        return all;
    }
}
