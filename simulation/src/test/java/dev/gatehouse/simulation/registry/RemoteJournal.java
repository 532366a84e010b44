package dev.gatehouse.simulation.registry;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The journal over a line, script by script as `RedisPlayerJournal` asks for it.
public final class RemoteJournal implements PlayerJournal {

    private final RegistryLine line;
    private final PlayerJournal there;

    public RemoteJournal(RegistryLine line, PlayerJournal there) {
        this.line = line;
        this.there = there;
    }

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return line.run(() -> Answers.of(there.load(player)));
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        var results = appends.stream()
                .map(append -> line.run(
                                () -> Answers.of(there.append(List.of(append))).getFirst())
                        .exceptionally(Unconfirmed::new)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> results.stream().map(CompletableFuture::join).toList());
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        return line.run(() -> Answers.of(there.snapshot(lease, index, bytes))).exceptionally(Unconfirmed::new);
    }
}
