package dev.gatehouse.instance.rules.http;

import dev.gatehouse.model.id.GameId;
import java.net.URI;
import java.util.Optional;

/// Knows who runs a game's rules.
@FunctionalInterface
public interface RuleHosts {

    /// A session-service node that does; empty for a game without rules, or that no node hosts.
    ///
    /// @throws dev.gatehouse.registry.RegistryUnavailableException if that cannot be known now
    Optional<URI> of(GameId game);
}
