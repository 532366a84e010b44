package dev.gatehouse.instance.rules.redis;

import static dev.gatehouse.registry.RegistryAnswers.await;

import dev.gatehouse.instance.rules.http.RuleHosts;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.node.LiveNodes;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import java.net.URI;
import java.util.List;

/// The live nodes that say they have the game's rules. Where no node hosts the game, what the last one said still
/// holds: a game whose nodes all start anew has a say as before, and cannot be asked for a moment.
public final class RegistryRuleHosts implements RuleHosts {

    private final LiveNodes nodes;
    private final NodeDirectory directory;

    public RegistryRuleHosts(LiveNodes nodes, NodeDirectory directory) {
        this.nodes = nodes;
        this.directory = directory;
    }

    @Override
    public Hosts of(GameId game) {
        var live = nodes.live();
        var withRules = live.stream()
                .filter(node -> hosts(game, node, true))
                .map(node -> URI.create(node.httpUrl()))
                .toList();
        if (!withRules.isEmpty()) {
            return Hosts.of(withRules);
        }
        boolean isKnown = live.stream().anyMatch(node -> hosts(game, node, false));
        return !isKnown && await(directory.withInstanceRules()).contains(game) ? Hosts.of(List.of()) : Hosts.NOT_NEEDED;
    }

    private static boolean hosts(GameId game, NodeRecord node, boolean withRules) {
        return node.games().stream()
                .anyMatch(hosted ->
                        hosted.hasInstanceRules() == withRules && hosted.id().equals(game));
    }
}
