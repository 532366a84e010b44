package dev.gatehouse.instance.players.redis;

import dev.gatehouse.instance.players.http.PlayerOwners;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.Rendezvous;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The player's lease first, then the hash over the live nodes that host the game.
public final class RegistryPlayerOwners implements PlayerOwners {

    private final PlayerLeases leases;
    private final NodeDirectory nodes;

    public RegistryPlayerOwners(PlayerLeases leases, NodeDirectory nodes) {
        this.leases = leases;
        this.nodes = nodes;
    }

    @Override
    public Optional<URI> find(PlayerKey player) {
        var live = live();
        var owner = leases.ownerOf(player).toCompletableFuture().join();
        return owner.flatMap(node -> address(node, live)).or(() -> byHash(player, live));
    }

    @Override
    public Optional<URI> addressOf(NodeId node) {
        return address(node, live());
    }

    private static Optional<URI> byHash(PlayerKey player, List<NodeRecord> live) {
        var hosts = live.stream()
                .filter(node -> node.games().stream().anyMatch(game -> game.id().equals(player.gameId())))
                .map(NodeRecord::id)
                .toList();
        return Rendezvous.owner(player, hosts).flatMap(node -> address(node, live));
    }

    private static Optional<URI> address(NodeId id, List<NodeRecord> live) {
        return live.stream()
                .filter(node -> node.id().equals(id))
                .map(node -> URI.create(node.httpUrl()))
                .findFirst();
    }

    private List<NodeRecord> live() {
        return nodes.live(NodeRole.SESSION).toCompletableFuture().join();
    }
}
