package dev.gatehouse.instance.players.redis;

import static dev.gatehouse.instance.life.redis.RegistryAnswers.await;

import dev.gatehouse.instance.players.http.PlayerOwners;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.Rendezvous;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The player's lease first, then the hash over the live nodes that host the game.
public final class RegistryPlayerOwners implements PlayerOwners {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPlayerOwners.class);

    private final PlayerLeases leases;
    private final NodeDirectory nodes;

    public RegistryPlayerOwners(PlayerLeases leases, NodeDirectory nodes) {
        this.leases = leases;
        this.nodes = nodes;
    }

    @Override
    public Optional<URI> find(PlayerKey player) {
        return known(() -> {
            var live = live();
            var owner = await(leases.ownerOf(player));
            return owner.flatMap(node -> address(node, live)).or(() -> byHash(player, live));
        });
    }

    @Override
    public Optional<URI> addressOf(NodeId node) {
        return known(() -> address(node, live()));
    }

    private static Optional<URI> known(Supplier<Optional<URI>> question) {
        try {
            return question.get();
        } catch (RegistryUnavailableException e) {
            LOG.warn("nobody knows where a player is: {}", e.getMessage());
            return Optional.empty();
        }
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
        return await(nodes.live(NodeRole.SESSION));
    }
}
