package dev.gatehouse.instance.players.redis;

import static dev.gatehouse.registry.RegistryAnswers.await;

import dev.gatehouse.instance.players.http.PlayerOwners;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.LiveNodes;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.Rendezvous;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The player's lease first, then the hash over the live nodes that host the game.
public final class RegistryPlayerOwners implements PlayerOwners {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPlayerOwners.class);

    private final PlayerLeases leases;
    private final LiveNodes nodes;

    public RegistryPlayerOwners(PlayerLeases leases, LiveNodes nodes) {
        this.leases = leases;
        this.nodes = nodes;
    }

    @Override
    public Supplier<Optional<URI>> find(PlayerKey player) {
        var owner = leases.ownerOf(player);
        return () -> known(() -> await(owner).flatMap(nodes::addressOf).or(() -> byHash(player)));
    }

    @Override
    public Optional<URI> addressOf(NodeId node) {
        return known(() -> nodes.addressOf(node));
    }

    private static Optional<URI> known(Supplier<Optional<URI>> question) {
        try {
            return question.get();
        } catch (RegistryUnavailableException e) {
            LOG.warn("nobody knows where a player is: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<URI> byHash(PlayerKey player) {
        var hosts = nodes.live().stream()
                .filter(node -> node.games().stream().anyMatch(game -> game.id().equals(player.gameId())))
                .map(NodeRecord::id)
                .toList();
        return Rendezvous.owner(player, hosts).flatMap(nodes::addressOf);
    }
}
