package dev.gatehouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.check.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/// The checks can fail: mistakes that are put in on purpose are found within a few hundred seeds.
class PlantedMistakesTest {

    private static final int SEEDS = 300;

    @Test
    void findsAnAcknowledgementBeforeTheAppend() {
        // Where the owner lives long enough, it finds the entries missing itself.
        assertThat(brokenBy(Plants.NONE.with(AcknowledgesTooEarly::new), Promise.C1, Promise.C3))
                .containsAnyOf(Promise.C1, Promise.C3);
    }

    @Test
    void findsARegistryThatComparesNoLease() {
        assertThat(brokenBy(Plants.NONE.with((held, _) -> held != null), Promise.C5))
                .contains(Promise.C5);
    }

    @Test
    void findsAReplayThatSkipsAnEntry() {
        assertThat(brokenBy(Plants.NONE.with(SkipsAnEntry::new), Promise.C1, Promise.C9, Promise.EQUAL_MODELS))
                .containsAnyOf(Promise.C1, Promise.C9, Promise.EQUAL_MODELS);
    }

    /// @param sought one of which is enough
    private static Set<Promise> brokenBy(Plants plants, Promise... sought) {
        var broken = EnumSet.noneOf(Promise.class);
        for (long seed = 1; seed <= SEEDS && Collections.disjoint(broken, List.of(sought)); seed++) {
            Simulation.run(seed, false, plants).violations().stream()
                    .map(Violation::promise)
                    .forEach(broken::add);
        }
        return broken;
    }

    /// Says that an entry is stored as soon as it is on its way.
    private record AcknowledgesTooEarly(PlayerJournal journal) implements PlayerJournal {

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

    /// Forgets the last entry but one when it reads a player.
    private record SkipsAnEntry(PlayerJournal journal) implements PlayerJournal {

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
}
