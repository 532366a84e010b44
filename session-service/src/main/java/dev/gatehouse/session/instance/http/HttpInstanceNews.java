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
import java.util.concurrent.Semaphore;

/// Asks the game-instance-service about players who may be in an instance, as the registry's index has it. Most are in
/// none, and of them nobody is asked.
public final class HttpInstanceNews implements InstanceNews {

    /// So many are asked about at once: after the loss of a node thousands of players may come at a time.
    private static final int MOST_AT_ONCE = 64;

    private static final JsonCodec<PlayerReturn> RETURN = JsonCodec.of(PlayerReturn.class);
    private static final JsonCodec<ReturnNews> NEWS = JsonCodec.of(ReturnNews.class);

    private final PlayerInstances index;
    private final InstanceNodes nodes;
    private final Executor threads;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

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
            room.acquire();
            try {
                return nodes.ask(path, RETURN.encode(new PlayerReturn(isBack)), NEWS)
                        .orElseThrow(() -> new IllegalStateException("no game-instance-service answers"))
                        .news();
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
