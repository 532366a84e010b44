package dev.gatehouse.simulation.plant;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Says that an entry is stored as soon as it is on its way.
public record AcknowledgesTooEarly(PlayerJournal journal) implements PlayerJournal {

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return journal.load(player);
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        var _ = journal.append(appends);
        return CompletableFuture.completedFuture(appends.stream()
                .<AppendResult>map(append -> new AppendResult.Appended(
                        append.firstIndex() + append.entries().size(), 1))
                .toList());
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        return journal.snapshot(lease, index, bytes);
    }
}
