package dev.gatehouse.registry.lease;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;

/// Proof of owning a player. A write is accepted only if nonce and epoch both equal the registry's: an epoch
/// alone can repeat after a failover of Redis.
///
/// @param nonce of this one incarnation of the owner, never used by another: 1 to 64 printable characters
/// @param epoch from 1, one more whenever the owner changes
public record Lease(PlayerKey player, NodeId node, String nonce, long epoch) {

    private static final int MAX_NONCE_LENGTH = 64;

    public Lease {
        checkNonce(nonce);
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch: " + epoch + " (expected: >= 1)");
        }
    }

    /// Refuses a nonce that could never own anything.
    ///
    /// @throws IllegalArgumentException if it is empty or too long
    public static void checkNonce(String nonce) {
        if (nonce.isEmpty() || nonce.length() > MAX_NONCE_LENGTH) {
            throw new IllegalArgumentException("nonce: " + nonce.length() + " characters (expected: 1 to 64)");
        }
    }
}
