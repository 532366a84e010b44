package dev.gatehouse.session.game;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.GameHooks;
import dev.gatehouse.model.servercode.InstanceRules;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Readiness;
import dev.gatehouse.model.servercode.ReadyClient;
import dev.gatehouse.model.servercode.Verdict;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The games of this node and what their code says. Thread-safe.
public final class Games {

    private static final Logger log = LoggerFactory.getLogger(Games.class);

    private final Map<String, GameDefinition> games = new TreeMap<>();
    private final GameProperties limits;
    private final Hooks hooks;
    private final Runnable policyFailed;

    /// @param policyFailed counts
    /// @throws IllegalArgumentException if two games have the same id
    public Games(Collection<GameDefinition> games, GameProperties limits, Hooks hooks, Runnable policyFailed) {
        for (var game : games) {
            if (this.games.put(game.id().value(), game) != null) {
                throw new IllegalArgumentException("games: two of id " + game.id() + " (expected: one)");
            }
        }
        this.limits = limits;
        this.hooks = hooks;
        this.policyFailed = policyFailed;
    }

    public Optional<GameDefinition> find(GameId id) {
        return Optional.ofNullable(games.get(id.value()));
    }

    /// All games, by id.
    public List<GameDefinition> all() {
        return List.copyOf(games.values());
    }

    private <T> Optional<T> hook(GameId id, Function<GameHooks, @Nullable T> which) {
        return find(id).map(GameDefinition::hooks).map(which);
    }

    /// Asks the game which sessions of a device stay.
    ///
    /// @return never exceptionally; empty where the game has no policy or it failed, so that the default holds
    public CompletionStage<Optional<List<SessionId>>> decide(
            GameId id, DeviceSession current, List<DeviceSession> all) {
        var policy = hook(id, GameHooks::policy);
        if (policy.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return hooks.call(
                        id,
                        () -> kept(policy.get().tooManyConnections(current, List.copyOf(all)), all),
                        limits.policyTimeout())
                .exceptionally(failure -> {
                    log.warn("The connection policy of {} failed; the default holds.", id, failure);
                    policyFailed.run();
                    return Optional.empty();
                });
    }

    /// Takes the policy's answer without strangers and repeats.
    private static Optional<List<SessionId>> kept(List<SessionId> named, List<DeviceSession> all) {
        var known = new HashSet<SessionId>();
        all.forEach(session -> known.add(session.sessionId()));
        return Optional.of(named.stream().distinct().filter(known::contains).toList());
    }

    /// Asks the game whether a client that has shown a good token may have its player's privileges.
    ///
    /// @return never exceptionally; a hook that fails says no
    public CompletionStage<Boolean> valid(ReadyClient client) {
        var hook = hook(client.gameId(), GameHooks::validator);
        if (hook.isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        return hooks.call(client.gameId(), () -> hook.get().validateClient(client), limits.readyTimeout())
                .exceptionally(failure -> {
                    log.warn("validateClient of {} failed for {}.", client.gameId(), client.playerId(), failure);
                    return false;
                });
    }

    /// Asks the game whether a newcomer is valid, and then its last word. It is not asked about unauthenticated
    /// sessions: they have shown nothing, and are given nothing.
    ///
    /// @return never exceptionally; a hook that fails refuses
    public CompletionStage<Readiness> ready(ReadyClient client) {
        if (client.playerId().isUnauthenticated()) {
            return CompletableFuture.completedFuture(Readiness.admitted());
        }
        return valid(client)
                .thenCompose(valid -> valid
                        ? lastWord(client)
                        : CompletableFuture.completedFuture(Readiness.refused("The game does not take this client.")));
    }

    private CompletionStage<Readiness> lastWord(ReadyClient client) {
        var hook = hook(client.gameId(), GameHooks::clientReady);
        if (hook.isEmpty()) {
            return CompletableFuture.completedFuture(Readiness.admitted());
        }
        return hooks.call(
                        client.gameId(),
                        () -> answered("clientReady", hook.get().clientReady(client)),
                        limits.readyTimeout())
                .exceptionally(failure -> {
                    log.warn("clientReady of {} failed for {}.", client.gameId(), client.playerId(), failure);
                    return Readiness.refused("The game's code failed.");
                });
    }

    /// Asks a game of this node about something that somebody wants to do with one of its instances.
    ///
    /// @return never exceptionally; rules that fail refuse
    public CompletionStage<Verdict> decide(GameDefinition game, InstanceWish wish) {
        var rules = game.hooks().instanceRules();
        if (rules == null) {
            return CompletableFuture.completedFuture(InstanceRules.USUAL.decide(wish));
        }
        return hooks.call(game.id(), () -> answered("decide", rules.decide(wish)), limits.policyTimeout())
                .exceptionally(failure -> {
                    log.warn("The instance rules of {} failed.", game.id(), failure);
                    return Verdict.refused("The game's code failed.");
                });
    }

    /// A game may be compiled without null checks.
    private static <T> T answered(String hook, @Nullable T answer) {
        if (answer == null) {
            throw new IllegalStateException(hook + ": null (expected: an answer)");
        }
        return answer;
    }
}
