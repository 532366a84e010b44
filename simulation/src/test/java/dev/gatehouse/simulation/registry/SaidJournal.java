package dev.gatehouse.simulation.registry;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.simulation.check.StateWatch;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// A journal as a node has it, with somebody beside it who writes down what the node says that its players are.
public record SaidJournal(PlayerJournal journal, StateWatch states) implements PlayerJournal {

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return journal.load(player);
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        return journal.append(appends);
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        return journal.snapshot(lease, index, bytes).thenApply(result -> {
            if (result instanceof AppendResult.Appended) {
                states.says(lease.player(), index, bytes);
            }
            return result;
        });
    }
}
