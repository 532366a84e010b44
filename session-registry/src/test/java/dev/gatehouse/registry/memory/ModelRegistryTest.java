package dev.gatehouse.registry.memory;

import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.journal.AppendJournalContract;
import dev.gatehouse.registry.journal.LoadPlayerContract;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.TakeSnapshotContract;
import dev.gatehouse.registry.lease.ClaimLeaseContract;
import dev.gatehouse.registry.lease.FindOwnerContract;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.ReleaseLeaseContract;
import dev.gatehouse.registry.lease.RenewLeaseContract;
import dev.gatehouse.registry.node.AnnounceNodeContract;
import dev.gatehouse.registry.node.ListNodesContract;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.WithdrawNodeContract;
import dev.gatehouse.registry.session.ForgetSessionContract;
import dev.gatehouse.registry.session.LoadSessionsContract;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.StoreSessionContract;
import dev.gatehouse.registry.topic.PostTopicContract;
import dev.gatehouse.registry.topic.ReadTopicContract;
import dev.gatehouse.registry.topic.Topics;
import org.junit.jupiter.api.Nested;

/// The model keeps every contract that Redis keeps.
class ModelRegistryTest {

    /// Time moves only while somebody waits for it.
    private static final class OnModel implements TestedRegistry {

        private long now = 1_900_000_000_000L;
        private final ModelRegistry model = new ModelRegistry(() -> now);

        @Override
        public PlayerLeases leases() {
            return model.leases();
        }

        @Override
        public PlayerJournal journal() {
            return model.journal();
        }

        @Override
        public PlayerSessions sessions() {
            return model.sessions();
        }

        @Override
        public NodeDirectory nodes() {
            return model.nodes();
        }

        @Override
        public Topics topics() {
            return model.topics();
        }

        @Override
        public void awaits(Eventually expectation) {
            now += 2 * SHORT.toMillis();
            try {
                expectation.holds();
            } catch (Exception e) {
                throw new AssertionError("the model failed", e);
            }
        }
    }

    @Nested
    class ClaimLease extends ClaimLeaseContract {

        ClaimLease() {
            super(new OnModel());
        }
    }

    @Nested
    class RenewLease extends RenewLeaseContract {

        RenewLease() {
            super(new OnModel());
        }
    }

    @Nested
    class ReleaseLease extends ReleaseLeaseContract {

        ReleaseLease() {
            super(new OnModel());
        }
    }

    @Nested
    class FindOwner extends FindOwnerContract {

        FindOwner() {
            super(new OnModel());
        }
    }

    @Nested
    class AppendJournal extends AppendJournalContract {

        AppendJournal() {
            super(new OnModel());
        }
    }

    @Nested
    class LoadPlayer extends LoadPlayerContract {

        LoadPlayer() {
            super(new OnModel());
        }
    }

    @Nested
    class TakeSnapshot extends TakeSnapshotContract {

        TakeSnapshot() {
            super(new OnModel());
        }
    }

    @Nested
    class StoreSession extends StoreSessionContract {

        StoreSession() {
            super(new OnModel());
        }
    }

    @Nested
    class LoadSessions extends LoadSessionsContract {

        LoadSessions() {
            super(new OnModel());
        }
    }

    @Nested
    class ForgetSession extends ForgetSessionContract {

        ForgetSession() {
            super(new OnModel());
        }
    }

    @Nested
    class PostTopic extends PostTopicContract {

        PostTopic() {
            super(new OnModel());
        }
    }

    @Nested
    class ReadTopic extends ReadTopicContract {

        ReadTopic() {
            super(new OnModel());
        }
    }

    @Nested
    class AnnounceNode extends AnnounceNodeContract {

        AnnounceNode() {
            super(new OnModel());
        }
    }

    @Nested
    class WithdrawNode extends WithdrawNodeContract {

        WithdrawNode() {
            super(new OnModel());
        }
    }

    @Nested
    class ListNodes extends ListNodesContract {

        ListNodes() {
            super(new OnModel());
        }
    }
}
