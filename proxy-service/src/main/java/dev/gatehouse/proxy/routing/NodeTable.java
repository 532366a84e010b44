package dev.gatehouse.proxy.routing;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.Rendezvous;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The session-service nodes that were alive at one moment, and what they host.
public record NodeTable(List<NodeRecord> nodes) {

    public static final NodeTable EMPTY = new NodeTable(List.of());

    public NodeTable {
        nodes = List.copyOf(nodes);
    }

    /// How a client's logic version stands to the versions that are hosted.
    public enum Fit {
        FITS,
        TOO_OLD,
        TOO_NEW,
        /// Between two hosted ranges.
        IN_A_GAP
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /// Every game that one of them hosts, each once.
    public List<GameId> games() {
        return nodes.stream()
                .flatMap(node -> node.games().stream())
                .map(HostedGame::id)
                .distinct()
                .toList();
    }

    public boolean hosts(GameId game) {
        return hostings(game).findAny().isPresent();
    }

    /// Whether the game has a say in who stays on a device.
    public boolean hasPolicy(GameId game) {
        return hostings(game).anyMatch(HostedGame::hasPolicy);
    }

    /// Whether a client may come without a token. While a new version is rolled out nodes differ, and all of the game's
    /// have to say so; with no node at all nothing is known.
    public boolean mayAdmitUnauthenticated(GameId game) {
        return isEmpty() || (hosts(game) && hostings(game).allMatch(HostedGame::admitsUnauthenticated));
    }

    /// While a new version is rolled out nodes differ; one that fits is enough.
    public Fit fit(GameId game, int logicVersion) {
        if (hostings(game).anyMatch(fits(logicVersion))) {
            return Fit.FITS;
        }
        if (hostings(game).allMatch(hosted -> logicVersion < hosted.minLogicVersion())) {
            return Fit.TOO_OLD;
        }
        return hostings(game).allMatch(hosted -> logicVersion > hosted.maxLogicVersion()) ? Fit.TOO_NEW : Fit.IN_A_GAP;
    }

    /// The node that a player belongs to, if no lease says otherwise.
    public Optional<NodeId> hostOf(PlayerKey player) {
        return owner(player, _ -> true);
    }

    /// As [#hostOf(PlayerKey)], among the nodes that run the client's logic version.
    public Optional<NodeId> hostOf(PlayerKey player, int logicVersion) {
        return owner(player, fits(logicVersion));
    }

    /// Only those of the nodes that can be reached.
    public NodeTable reachable(Predicate<NodeId> isReachable) {
        return new NodeTable(
                nodes.stream().filter(node -> isReachable.test(node.id())).toList());
    }

    private Optional<NodeId> owner(PlayerKey player, Predicate<HostedGame> suitable) {
        var candidates = nodes.stream()
                .filter(node -> hostings(node, player.gameId()).anyMatch(suitable))
                .map(NodeRecord::id)
                .toList();
        return Rendezvous.owner(player, candidates);
    }

    private Stream<HostedGame> hostings(GameId game) {
        return nodes.stream().flatMap(node -> hostings(node, game));
    }

    private static Stream<HostedGame> hostings(NodeRecord node, GameId game) {
        return node.games().stream().filter(hosted -> hosted.id().equals(game));
    }

    private static Predicate<HostedGame> fits(int logicVersion) {
        return hosted -> hosted.minLogicVersion() <= logicVersion && logicVersion <= hosted.maxLogicVersion();
    }
}
