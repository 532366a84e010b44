package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Rules in memory, the same for every game. A proxy only reads them.
final class FakeOperations implements Operations {

    GameRules rules = GameRules.NONE;

    @Override
    public CompletionStage<StoredRules> rules(GameId game) {
        return CompletableFuture.completedFuture(new StoredRules(1, rules));
    }

    @Override
    public CompletionStage<Boolean> change(GameId game, StoredRules expected, GameRules next) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> expel(GameId game, Expulsion expulsion) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> pardon(GameId game, PlayerId player) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<Expulsion>> expelled(GameId game) {
        throw new UnsupportedOperationException();
    }
}
