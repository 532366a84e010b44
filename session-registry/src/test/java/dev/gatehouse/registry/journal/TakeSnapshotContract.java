package dev.gatehouse.registry.journal;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Fenced;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.PlayerLeases;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

public abstract class TakeSnapshotContract {

    private final PlayerJournal journal;
    private final PlayerLeases leases;
    private final Lease lease = new Lease(PLAYER, NODE_1, "a", 1);

    protected TakeSnapshotContract(TestedRegistry registry) {
        this.journal = registry.journal();
        this.leases = registry.leases();
    }

    @BeforeEach
    void ownsAPlayerWithThreeEntries() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
        var entries = List.of(copyFromUtf8("1"), copyFromUtf8("2"), copyFromUtf8("3"));
        answer(journal.append(List.of(new Append(lease, 1, entries))));
    }

    @Test
    void trimsTheJournalUpToIt() throws Exception {
        assertThat(snapshot(lease, 2, "one and two")).isEqualTo(new Appended(4, 1));

        assertThat(answer(journal.load(PLAYER)))
                .isEqualTo(new StoredPlayer(
                        new Snapshot(2, copyFromUtf8("one and two")), List.of(new Entry(3, copyFromUtf8("3")))));
    }

    @Test
    void mayContainTheWholeJournal() throws Exception {
        assertThat(snapshot(lease, 3, "all")).isEqualTo(new Appended(4, 0));

        var next = answer(journal.append(List.of(new Append(lease, 4, List.of(copyFromUtf8("4"))))));
        assertThat(next).containsExactly(new Appended(5, 1));
        assertThat(answer(journal.load(PLAYER)))
                .isEqualTo(new StoredPlayer(
                        new Snapshot(3, copyFromUtf8("all")), List.of(new Entry(4, copyFromUtf8("4")))));
    }

    @Test
    void isStoredOnceHoweverOftenItIsSent() throws Exception {
        snapshot(lease, 2, "same");

        assertThat(snapshot(lease, 2, "same")).isEqualTo(new Appended(4, 1));
        assertThat(answer(journal.load(PLAYER)).entries()).hasSize(1);
    }

    @Test
    void refusesOneThatWouldLoseEntries() throws Exception {
        snapshot(lease, 2, "newer");

        assertThat(snapshot(lease, 1, "older")).isInstanceOf(Unconfirmed.class);
        assertThat(answer(journal.load(PLAYER)).snapshot()).isEqualTo(new Snapshot(2, copyFromUtf8("newer")));
    }

    @Test
    void standsForEntriesThatAreMissing() throws Exception {
        assertThat(snapshot(lease, 7, "all seven")).isEqualTo(new Appended(8, 0));

        assertThat(answer(journal.load(PLAYER)))
                .isEqualTo(new StoredPlayer(new Snapshot(7, copyFromUtf8("all seven")), List.of()));
    }

    @Test
    void fencesAPausedOwnerAfterATakeOver() throws Exception {
        answer(leases.claim(PLAYER, NODE_2, "b", LONG, NODE_1));

        assertThat(snapshot(lease, 3, "late")).isEqualTo(new Fenced(NODE_2));
        assertThat(answer(journal.load(PLAYER)).entries()).hasSize(3);
    }

    @Test
    void fencesAnEqualEpochWithAnotherNonce() throws Exception {
        assertThat(snapshot(new Lease(PLAYER, NODE_2, "b", 1), 3, "stale")).isEqualTo(new Fenced(NODE_1));
    }

    private AppendResult snapshot(Lease by, long index, String text) throws Exception {
        return answer(journal.snapshot(by, index, copyFromUtf8(text)));
    }
}
