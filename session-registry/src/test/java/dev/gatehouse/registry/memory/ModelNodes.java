package dev.gatehouse.registry.memory;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/// `announce-node.lua`, `withdraw-node.lua`, `list-nodes.lua` and `list-ruled-games.lua`.
final class ModelNodes implements NodeDirectory {

    private final LongSupplier millis;
    private final Map<String, Announced> nodes = new TreeMap<>();
    private final Map<GameId, Long> ruled = new HashMap<>();

    private record Announced(NodeRecord node, long until) {}

    ModelNodes(LongSupplier millis) {
        this.millis = millis;
    }

    @Override
    public CompletionStage<Void> announce(NodeRecord node, Duration ttl) {
        long now = millis.getAsLong();
        long until = now + ModelRegistry.checked(ttl);
        nodes.put(node.id().value(), new Announced(node, until));
        for (HostedGame game : node.games()) {
            if (game.hasInstanceRules()) {
                ruled.merge(game.id(), until, Math::max);
            } else {
                ruled.computeIfPresent(game.id(), (_, stands) -> stands <= now ? null : stands);
            }
        }
        return completedFuture(null);
    }

    @Override
    public CompletionStage<Void> withdraw(NodeId node) {
        nodes.remove(node.value());
        return completedFuture(null);
    }

    @Override
    public CompletionStage<List<NodeRecord>> live(NodeRole role) {
        long now = millis.getAsLong();
        return completedFuture(nodes.values().stream()
                .filter(announced -> announced.until() > now)
                .map(Announced::node)
                .filter(node -> node.role() == role)
                .toList());
    }

    @Override
    public CompletionStage<Set<GameId>> withInstanceRules() {
        return completedFuture(Set.copyOf(ruled.keySet()));
    }
}
