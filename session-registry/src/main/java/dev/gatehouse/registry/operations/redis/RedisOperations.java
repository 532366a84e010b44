package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.redis.Scripts;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Rules and expulsions in Redis.
public final class RedisOperations implements Operations {

    private final Scripts scripts;

    public RedisOperations(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<StoredRules> rules(GameId game) {
        return scripts.run(ReadRules.call(game));
    }

    @Override
    public CompletionStage<Boolean> change(GameId game, StoredRules expected, GameRules next) {
        return scripts.run(ChangeRules.call(game, expected.version(), next));
    }

    @Override
    public CompletionStage<Void> expel(GameId game, Expulsion expulsion) {
        return scripts.run(ExpelPlayer.call(game, expulsion, LISTED)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<Void> pardon(GameId game, PlayerId player) {
        return scripts.run(PardonPlayer.call(game, player)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<List<Expulsion>> expelled(GameId game) {
        return scripts.run(ListExpelled.call(game));
    }
}
