package dev.gatehouse.registry.node;

import static dev.gatehouse.registry.RegistryAnswers.await;

import dev.gatehouse.model.id.NodeId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The live nodes of a role, as they were at most [#REMEMBERED] ago: a node that died is in the registry
/// for longer than that anyway, and one that has come is not missed so soon. Blocks; safe to use from any
/// thread.
public final class LiveNodes {

    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final NodeDirectory directory;
    private final NodeRole role;
    private final InstantSource time;
    private volatile Seen seen = new Seen(List.of(), Instant.MIN);

    private record Seen(List<NodeRecord> nodes, Instant at) {}

    public LiveNodes(NodeDirectory directory, NodeRole role, InstantSource time) {
        this.directory = directory;
        this.role = role;
        this.time = time;
    }

    /// @throws dev.gatehouse.registry.RegistryUnavailableException if nobody can be asked
    public List<NodeRecord> live() {
        var now = time.instant();
        var last = seen;
        if (last.at().plus(REMEMBERED).isAfter(now) && !last.at().isAfter(now)) {
            return last.nodes();
        }
        var nodes = await(directory.live(role));
        seen = new Seen(nodes, now);
        return nodes;
    }

    /// Where the node is reached; empty where it is not live.
    public Optional<URI> addressOf(NodeId id) {
        return live().stream()
                .filter(node -> node.id().equals(id))
                .map(node -> URI.create(node.httpUrl()))
                .findFirst();
    }
}
