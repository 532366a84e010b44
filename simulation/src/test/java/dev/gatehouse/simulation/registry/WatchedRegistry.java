package dev.gatehouse.simulation.registry;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.Renewal;
import dev.gatehouse.registry.memory.ModelRegistry;
import dev.gatehouse.registry.memory.ModelTopics;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.simulation.check.Figures.Figure;
import dev.gatehouse.simulation.check.History;
import dev.gatehouse.simulation.check.OwnerWatch;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.check.StateWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The model of the registry with somebody beside it who writes down what it grants and takes.
public final class WatchedRegistry {

    private final ModelRegistry model;
    private final OwnerWatch owners;
    private final StateWatch states;
    private final History history;

    public WatchedRegistry(ModelRegistry model, OwnerWatch owners, StateWatch states, History history) {
        this.model = model;
        this.owners = owners;
        this.states = states;
        this.history = history;
    }

    public PlayerLeases leases() {
        return new WatchedLeases(model.leases());
    }

    public PlayerJournal journal() {
        return new WatchedJournal(model.journal());
    }

    public PlayerSessions sessions() {
        return model.sessions();
    }

    public ModelTopics topics() {
        return model.topics();
    }

    public NodeDirectory nodes() {
        return model.nodes();
    }

    private final class WatchedLeases implements PlayerLeases {

        private final PlayerLeases leases;

        WatchedLeases(PlayerLeases leases) {
            this.leases = leases;
        }

        @Override
        public CompletionStage<LeaseAnswer> claim(
                PlayerKey player, NodeId node, String nonce, Duration ttl, @Nullable NodeId takeOverFrom) {
            var answer = leases.claim(player, node, nonce, ttl, takeOverFrom);
            if (Answers.of(answer) instanceof LeaseAnswer.Granted(var lease)) {
                owners.granted(lease, ttl);
            }
            return answer;
        }

        @Override
        public CompletionStage<Renewal> renew(List<Lease> asked, Duration ttl, Duration keepSessions) {
            var renewal = leases.renew(asked, ttl, keepSessions);
            Answers.of(renewal).held().forEach(held -> owners.held(held.lease(), ttl));
            return renewal;
        }

        @Override
        public CompletionStage<Boolean> release(Lease lease) {
            history.note(() -> lease.node() + " releases " + lease.player() + " with epoch " + lease.epoch());
            return leases.release(lease);
        }

        @Override
        public CompletionStage<Optional<NodeId>> ownerOf(PlayerKey player) {
            return leases.ownerOf(player);
        }
    }

    private final class WatchedJournal implements PlayerJournal {

        private final PlayerJournal journal;

        WatchedJournal(PlayerJournal journal) {
            this.journal = journal;
        }

        @Override
        public CompletionStage<StoredPlayer> load(PlayerKey player) {
            return journal.load(player);
        }

        @Override
        public CompletionStage<List<AppendResult>> append(List<Append> appends) {
            var results = journal.append(appends);
            for (int i = 0; i < appends.size(); i++) {
                var append = appends.get(i);
                switch (Answers.of(results).get(i)) {
                    case AppendResult.Appended _ -> {
                        owners.appended(append);
                        states.appended(append.lease().player(), append.firstIndex(), append.entries());
                    }
                    case AppendResult.Fenced _ -> {
                        history.figures().count(Figure.FENCED);
                        history.note(() -> append.lease().node() + " is fenced from "
                                + append.lease().player());
                    }
                    case AppendResult.Behind(var next) ->
                        history.violated(
                                Promise.C3,
                                "entry %d came before entry %d, which nobody lost"
                                        .formatted(append.firstIndex(), next));
                    case AppendResult.Unconfirmed(var cause) ->
                        history.note(() -> append.lease().node() + " is not let write: " + cause.getMessage());
                }
            }
            return results;
        }

        @Override
        public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
            var result = journal.snapshot(lease, index, bytes);
            if (Answers.of(result) instanceof AppendResult.Appended) {
                owners.snapshot(lease);
            }
            return result;
        }
    }
}
