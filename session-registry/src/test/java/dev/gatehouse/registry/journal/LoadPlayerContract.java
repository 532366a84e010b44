package dev.gatehouse.registry.journal;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class LoadPlayerContract {

    private final TestedRegistry registry;
    private final PlayerJournal journal;

    protected LoadPlayerContract(TestedRegistry registry) {
        this.registry = registry;
        this.journal = registry.journal();
    }

    @Test
    void findsNothingOfANewPlayer() throws Exception {
        var stored = answer(journal.load(PLAYER));

        assertThat(stored).isEqualTo(new StoredPlayer(null, List.of()));
        assertThat(stored.nextIndex()).isEqualTo(1);
    }

    @Test
    void findsASnapshotFromBeforeAnyEntry() throws Exception {
        answer(registry.leases().claim(PLAYER, NODE_1, "a", LONG, null));
        answer(journal.snapshot(new Lease(PLAYER, NODE_1, "a", 1), 0, copyFromUtf8("born")));

        assertThat(answer(journal.load(PLAYER)))
                .isEqualTo(new StoredPlayer(new Snapshot(0, copyFromUtf8("born")), List.of()));
    }
}
