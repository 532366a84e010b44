package dev.gatehouse.registry.node;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Rendezvous hashing: everybody who knows the same nodes names the same owner for a player, and a node that
/// comes or goes moves only the players that it gains or loses. The hash is the same in every version of every
/// process.
public final class Rendezvous {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// The node with the highest score for this player; empty where there are no nodes.
    public static Optional<NodeId> owner(PlayerKey player, Collection<NodeId> nodes) {
        return nodes.stream()
                .max(Comparator.<NodeId>comparingLong(node -> score(player, node))
                        .thenComparing(NodeId::value));
    }

    private static long score(PlayerKey player, NodeId node) {
        // Ids hold no slash, so no two pairs give the same text.
        var hash = FNV_OFFSET;
        for (var next : (node + "/" + player).getBytes(StandardCharsets.US_ASCII)) {
            hash = (hash ^ next) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /// Spreads the last characters' influence over all bits (Stafford's mix 13); FNV alone leaves it in the low
    /// ones.
    private static long mixed(long hash) {
        var mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private Rendezvous() {}
}
