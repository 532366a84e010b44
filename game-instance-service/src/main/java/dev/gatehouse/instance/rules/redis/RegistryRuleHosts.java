package dev.gatehouse.instance.rules.redis;

import dev.gatehouse.instance.rules.http.RuleHosts;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.node.LiveNodes;
import dev.gatehouse.registry.node.NodeRecord;
import java.net.URI;
import java.util.Optional;

/// The first live node that says it has the game's rules.
public final class RegistryRuleHosts implements RuleHosts {

    private final LiveNodes nodes;

    public RegistryRuleHosts(LiveNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Optional<URI> of(GameId game) {
        return nodes.live().stream()
                .filter(node -> hasRulesOf(game, node))
                .map(node -> URI.create(node.httpUrl()))
                .findFirst();
    }

    private static boolean hasRulesOf(GameId game, NodeRecord node) {
        return node.games().stream()
                .anyMatch(hosted -> hosted.hasInstanceRules() && hosted.id().equals(game));
    }
}
