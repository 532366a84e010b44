package dev.gatehouse.session.instance.http;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.instance.PlayerReturn;
import dev.gatehouse.model.instance.ReturnNews;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.session.player.world.InstanceNews;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// Asks the game-instance-service about players who may be in an instance, as the registry's index has it. Most are in
/// none, and of them nobody is asked.
public final class HttpInstanceNews implements InstanceNews {

    private static final JsonCodec<PlayerReturn> RETURN = JsonCodec.of(PlayerReturn.class);
    private static final JsonCodec<ReturnNews> NEWS = JsonCodec.of(ReturnNews.class);

    private final PlayerInstances index;
    private final InstanceNodes nodes;
    private final Executor threads;

    /// @param threads wait for an answer
    public HttpInstanceNews(PlayerInstances index, InstanceNodes nodes, Executor threads) {
        this.index = index;
        this.nodes = nodes;
        this.threads = threads;
    }

    @Override
    public CompletionStage<List<GameInstance>> of(PlayerKey player, boolean isBack) {
        return index.of(player)
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : CompletableFuture.supplyAsync(() -> ask(player, isBack), threads));
    }

    private List<GameInstance> ask(PlayerKey player, boolean isBack) {
        var path = "/games/%s/players/%s/returns"
                .formatted(
                        InternalCalls.segment(player.gameId().value()),
                        InternalCalls.segment(player.playerId().value()));
        try {
            return nodes.ask(path, RETURN.encode(new PlayerReturn(isBack)), NEWS)
                    .orElseThrow(() -> new IllegalStateException("no game-instance-service answers"))
                    .news();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
