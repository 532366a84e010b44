package dev.gatehouse.registry.node;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// The nodes that live. Safe for use by several threads.
public interface NodeDirectory {

    /// Says that a node lives and how it is reached.
    ///
    /// @param ttl how long that holds unless it is said again
    CompletionStage<Void> announce(NodeRecord node, Duration ttl);

    /// Says that a node is about to go.
    CompletionStage<Void> withdraw(NodeId node);

    /// The live nodes of a role, by id. A node that died is among them until its announcement ends; one whose
    /// announcement only a newer version can read is not.
    CompletionStage<List<NodeRecord>> live(NodeRole role);

    /// The games that have a say in what is done with their instances, whether a node that hosts them lives or not: by
    /// what the last one said, and while one that lives says so, by that.
    CompletionStage<Set<GameId>> withInstanceRules();
}
