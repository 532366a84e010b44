package dev.gatehouse.session.player.bench;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.session.player.world.InstanceNews;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// News of instances that a test gives when it likes; none at once for whoever asks before it wants to.
public final class AskedNews implements InstanceNews {

    private final List<String> asked = new ArrayList<>();
    private final Queue<CompletableFuture<List<GameInstance>>> open = new ArrayDeque<>();
    private boolean isSlow;

    /// From here on whoever asks waits.
    public void keepsThemWaiting() {
        isSlow = true;
    }

    /// For whom was asked, and whether that player was back.
    public List<String> asked() {
        return asked;
    }

    /// The answer that somebody waits for the longest.
    public CompletableFuture<List<GameInstance>> next() {
        return open.remove();
    }

    @Override
    public CompletionStage<List<GameInstance>> of(PlayerKey player, boolean isBack) {
        asked.add(player.playerId() + (isBack ? " is back" : " has come beside another"));
        if (!isSlow) {
            return CompletableFuture.completedFuture(List.of());
        }
        var answer = new CompletableFuture<List<GameInstance>>();
        open.add(answer);
        return answer;
    }
}
