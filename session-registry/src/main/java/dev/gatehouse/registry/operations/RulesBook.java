package dev.gatehouse.registry.operations;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.operations.Operations.StoredRules;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one process knows of the games' rules: as of the last time it asked, and while the registry is away as of
/// when it was last there. Safe for use by several threads. Has no clock: whoever owns it says when to ask again.
public final class RulesBook {

    private static final Logger log = LoggerFactory.getLogger(RulesBook.class);

    private final Function<GameId, CompletionStage<StoredRules>> registry;

    /// As many as there are games on the nodes that this process has seen.
    private final Map<GameId, GameRules> known = new ConcurrentHashMap<>();

    /// @param registry `Operations::rules`; does not block
    public RulesBook(Function<GameId, CompletionStage<StoredRules>> registry) {
        this.registry = registry;
    }

    /// Empty where it has never been possible to ask.
    public Optional<GameRules> of(GameId game) {
        return Optional.ofNullable(known.get(game));
    }

    /// Asks for the rules of these games.
    ///
    /// @return when all were answered or given up on; never exceptionally
    public CompletionStage<Void> refresh(Collection<GameId> games) {
        var all = games.stream().map(this::refresh).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(all);
    }

    private CompletableFuture<Void> refresh(GameId game) {
        return registry.apply(game)
                .<Void>handle((fresh, failure) -> {
                    note(game, fresh, failure);
                    return null;
                })
                .toCompletableFuture();
    }

    private void note(GameId game, @Nullable StoredRules fresh, @Nullable Throwable failure) {
        if (fresh != null) {
            known.put(game, fresh.rules());
        } else {
            log.debug("The rules of {} stay as they were: {}", game, String.valueOf(failure));
        }
    }
}
