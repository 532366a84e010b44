package dev.gatehouse.registry.journal.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.redis.Scripts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The journal in Redis, on a line of its own: a large batch of appends holds up no handshake.
public final class RedisPlayerJournal implements PlayerJournal {

    private final Scripts scripts;

    public RedisPlayerJournal(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return scripts.run(LoadPlayer.call(player));
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        var calls = appends.stream().map(AppendJournal::call).toList();
        var results = scripts.write(calls).stream()
                .map(result -> result.exceptionally(Unconfirmed::new).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> results.stream().map(CompletableFuture::join).toList());
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        return scripts.write(List.of(TakeSnapshot.call(lease, index, bytes)))
                .getFirst()
                .exceptionally(Unconfirmed::new);
    }
}
