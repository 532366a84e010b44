package dev.gatehouse.simulation.plant;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Forgets the last entry but one when it reads a player.
public record SkipsAnEntry(PlayerJournal journal) implements PlayerJournal {

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return journal.load(player).thenApply(SkipsAnEntry::skipped);
    }

    private static StoredPlayer skipped(StoredPlayer stored) {
        var entries = new ArrayList<>(stored.entries());
        if (entries.size() > 2) {
            entries.set(entries.size() - 2, entries.getLast());
        }
        return new StoredPlayer(stored.snapshot(), entries);
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        return journal.append(appends);
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        return journal.snapshot(lease, index, bytes);
    }
}
