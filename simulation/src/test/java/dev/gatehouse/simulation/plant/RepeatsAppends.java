package dev.gatehouse.simulation.plant;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// Takes everything once more behind what it has taken, as one that did not know it again when it came twice.
public record RepeatsAppends(PlayerJournal journal) implements PlayerJournal {

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return journal.load(player);
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        return journal.append(appends).thenApply(results -> {
            var _ = journal.append(IntStream.range(0, appends.size())
                    .mapToObj(i -> behind(appends.get(i), results.get(i)))
                    .toList());
            return results;
        });
    }

    private static Append behind(Append append, AppendResult result) {
        return result instanceof AppendResult.Appended(long next, var _)
                ? new Append(append.lease(), next, append.entries())
                : append;
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        return journal.snapshot(lease, index, bytes);
    }
}
