package dev.gatehouse.registry.memory;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Behind;
import dev.gatehouse.registry.journal.AppendResult.Fenced;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.journal.Entry;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.Snapshot;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// `append-journal.lua`, `take-snapshot.lua` and `load-player.lua`.
final class ModelJournal implements PlayerJournal {

    private final ModelRegistry registry;

    ModelJournal(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        var keys = registry.of(player);
        long first = keys.snapshotIndex() + 1;
        var entries = IntStream.range(0, keys.journal.size())
                .mapToObj(i -> new Entry(first + i, keys.journal.get(i)))
                .toList();
        return completedFuture(new StoredPlayer(keys.snapshot, entries));
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        return completedFuture(appends.stream().map(this::append).toList());
    }

    private AppendResult append(Append append) {
        var keys = registry.of(append.lease().player());
        if (!registry.admits(append.lease())) {
            return new Fenced(keys.node);
        }
        long next = keys.nextIndex();
        int count = append.entries().size();
        if (append.firstIndex() + count == next) {
            // Stored already: the answer to the first attempt was lost.
            return new Appended(next, keys.journal.size());
        }
        if (append.firstIndex() > next) {
            return new Behind(next);
        }
        if (append.firstIndex() != next) {
            return refused("MISPLACED first index: %d (expected: %d)".formatted(append.firstIndex(), next));
        }
        if (keys.journal.size() + count > MOST_KEPT) {
            return refused("FULL journal: %d entries (expected: a snapshot before)".formatted(keys.journal.size()));
        }
        keys.journal.addAll(append.entries());
        return new Appended(next + count, keys.journal.size());
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        var keys = registry.of(lease.player());
        if (!registry.admits(lease)) {
            return completedFuture(new Fenced(keys.node));
        }
        long before = keys.snapshotIndex();
        if (index < before) {
            return completedFuture(refused("MISPLACED snapshot: %d (expected: at least %d)".formatted(index, before)));
        }
        // It may stand for entries that are missing.
        long last = Math.max(keys.nextIndex() - 1, index);
        keys.journal
                .subList(0, Math.toIntExact(Math.min(index - before, keys.journal.size())))
                .clear();
        keys.snapshot = new Snapshot(index, bytes);
        return completedFuture(new Appended(last + 1, last - index));
    }

    private static Unconfirmed refused(String why) {
        return new Unconfirmed(new IllegalStateException(why));
    }
}
