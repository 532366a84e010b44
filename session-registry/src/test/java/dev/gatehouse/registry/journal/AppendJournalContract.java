package dev.gatehouse.registry.journal;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.SHORT;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Behind;
import dev.gatehouse.registry.journal.AppendResult.Fenced;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.PlayerLeases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

public abstract class AppendJournalContract {

    private final TestedRegistry registry;
    private final PlayerJournal journal;
    private final PlayerLeases leases;
    private final Lease lease = new Lease(PLAYER, NODE_1, "a", 1);

    protected AppendJournalContract(TestedRegistry registry) {
        this.registry = registry;
        this.journal = registry.journal();
        this.leases = registry.leases();
    }

    @BeforeEach
    void ownsThePlayer() throws Exception {
        answer(leases.claim(PLAYER, NODE_1, "a", LONG, null));
    }

    @Test
    void keepsEntriesInOrder() throws Exception {
        assertThat(append(lease, 1, "one", "two")).isEqualTo(new Appended(3, 2));
        assertThat(append(lease, 3, "three")).isEqualTo(new Appended(4, 3));

        var stored = answer(journal.load(PLAYER));
        assertThat(stored.entries())
                .containsExactly(
                        new Entry(1, copyFromUtf8("one")),
                        new Entry(2, copyFromUtf8("two")),
                        new Entry(3, copyFromUtf8("three")));
        assertThat(stored.nextIndex()).isEqualTo(4);
    }

    @Test
    void keepsAnyBytes() throws Exception {
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var entry = ByteString.copyFrom(bytes);

        answer(journal.append(List.of(new Append(lease, 1, List.of(entry, ByteString.EMPTY)))));

        assertThat(answer(journal.load(PLAYER)).entries())
                .containsExactly(new Entry(1, entry), new Entry(2, ByteString.EMPTY));
    }

    @Test
    void confirmsARepetitionWithoutDoublingIt() throws Exception {
        append(lease, 1, "one", "two");

        assertThat(append(lease, 1, "one", "two")).isEqualTo(new Appended(3, 2));
        assertThat(answer(journal.load(PLAYER)).entries()).hasSize(2);
    }

    @Test
    void refusesARepetitionThatHoldsMore() throws Exception {
        append(lease, 1, "one");

        assertThat(append(lease, 1, "one", "two")).isInstanceOf(Unconfirmed.class);
        assertThat(answer(journal.load(PLAYER)).entries()).hasSize(1);
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        append(lease, 1, "one");

        assertThat(append(lease, 3, "three")).isEqualTo(new Behind(2));
        assertThat(answer(journal.load(PLAYER)).entries()).hasSize(1);
    }

    @Test
    void refusesWhatIsThereInAnotherWay() throws Exception {
        append(lease, 1, "one", "two", "three");

        assertThat(append(lease, 2, "two"))
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        result -> assertThat(result.cause())
                                .hasMessageContaining("MISPLACED first index: 2 (expected: 4)"));
        assertThat(answer(journal.load(PLAYER)).entries()).hasSize(3);
    }

    @Test
    void fencesAPausedOwnerAfterATakeOver() throws Exception {
        append(lease, 1, "one");
        answer(leases.claim(PLAYER, NODE_2, "b", LONG, NODE_1));

        assertThat(append(lease, 2, "late")).isEqualTo(new Fenced(NODE_2));
        assertThat(append(new Lease(PLAYER, NODE_2, "b", 2), 2, "two")).isEqualTo(new Appended(3, 2));
        assertThat(answer(journal.load(PLAYER)).entries())
                .extracting(entry -> entry.bytes().toStringUtf8())
                .containsExactly("one", "two");
    }

    @Test
    void fencesAnEqualEpochWithAnotherNonce() throws Exception {
        // As after a failover of Redis that lost the first owner's claim: the same epoch was granted twice.
        assertThat(append(new Lease(PLAYER, NODE_2, "b", 1), 1, "stale")).isEqualTo(new Fenced(NODE_1));
    }

    @Test
    void fencesTheSameNonceWithAnotherEpoch() throws Exception {
        assertThat(append(new Lease(PLAYER, NODE_1, "a", 2), 1, "stale")).isEqualTo(new Fenced(NODE_1));
    }

    @Test
    void fencesAnOwnerThatLetGo() throws Exception {
        answer(leases.release(lease));

        assertThat(append(lease, 1, "late")).isEqualTo(new Fenced(null));
    }

    @Test
    void fencesWhoNeverOwnedThePlayer() throws Exception {
        var stranger = new PlayerKey(new GameId("goldrush"), new PlayerId("bob"));

        assertThat(append(new Lease(stranger, NODE_1, "a", 1), 1, "one")).isEqualTo(new Fenced(null));
    }

    @Test
    void acceptsAnOwnerWhoseLeaseEndedUntilSomebodyTakesOver() throws Exception {
        answer(leases.renew(List.of(lease), SHORT, LONG));
        registry.awaits(() -> assertThat(answer(leases.ownerOf(PLAYER))).isEmpty());

        assertThat(append(lease, 1, "one")).isEqualTo(new Appended(2, 1));
    }

    @Test
    void answersEachAppendOfAPipelineByItself() throws Exception {
        var appends = new ArrayList<Append>();
        var expected = new ArrayList<AppendResult>();
        for (var i = 0; i < 200; i++) {
            var player = new PlayerKey(PLAYER.gameId(), new PlayerId("player-" + i));
            var odd = i % 2 == 1;
            answer(leases.claim(player, odd ? NODE_2 : NODE_1, "n", LONG, null));
            appends.add(new Append(new Lease(player, NODE_1, odd ? "stale" : "n", 1), 1, entries("one")));
            expected.add(odd ? new Fenced(NODE_2) : new Appended(2, 1));
        }

        assertThat(answer(journal.append(appends))).isEqualTo(expected);
    }

    @Test
    void takesNoMoreThanTheMostUntilASnapshotMakesRoom() throws Exception {
        var full = Collections.nCopies(Append.MOST_ENTRIES, copyFromUtf8("x"));
        for (var first = 1L; first < PlayerJournal.MOST_KEPT; first += full.size()) {
            answer(journal.append(List.of(new Append(lease, first, full))));
        }

        assertThat(append(lease, 4097, "more"))
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        result -> assertThat(result.cause()).hasMessageContaining("FULL journal: 4096 entries"));
        answer(journal.snapshot(lease, 4000, copyFromUtf8("snapshot")));
        assertThat(append(lease, 4097, "more")).isEqualTo(new Appended(4098, 97));
    }

    private AppendResult append(Lease by, long firstIndex, String... entries) throws Exception {
        return answer(journal.append(List.of(new Append(by, firstIndex, entries(entries)))))
                .getFirst();
    }

    private static List<ByteString> entries(String... entries) {
        return Stream.of(entries).map(ByteString::copyFromUtf8).toList();
    }
}
