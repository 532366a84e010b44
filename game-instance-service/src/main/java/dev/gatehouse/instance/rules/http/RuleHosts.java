package dev.gatehouse.instance.rules.http;

import dev.gatehouse.model.id.GameId;
import java.net.URI;
import java.util.List;

/// Finds the nodes that run the code of a game with rules. Blocks; safe to use from any thread.
public interface RuleHosts {

    Hosts of(GameId game);

    /// @param areNeeded whether the game has rules, so that somebody has to be asked
    /// @param nodes which may be asked; may be none where somebody has to be
    record Hosts(boolean areNeeded, List<URI> nodes) {

        /// Of a game without rules.
        public static final Hosts NOT_NEEDED = new Hosts(false, List.of());

        public Hosts {
            nodes = List.copyOf(nodes);
        }

        public static Hosts of(List<URI> nodes) {
            return new Hosts(true, nodes);
        }
    }
}
