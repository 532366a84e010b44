package dev.gatehouse.session.player.desync;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.OneLine;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what is known of desyncs, and shows it to operators. From any thread.
public final class DesyncDesk {

    private static final Logger log = LoggerFactory.getLogger(DesyncDesk.class);

    private static final int MOST_LOGGED = 20;
    private static final int MOST_CHARACTERS = 200;

    private final DesyncBundles bundles;
    private final DesyncBudget budget;
    private final Consumer<NotKept> notKept;
    private final LongSupplier nanos;

    /// @param notKept told of each desync that nobody can look at later, from any thread
    /// @param nanos a monotonic clock
    public DesyncDesk(DesyncBundles bundles, DesyncProperties limits, Consumer<NotKept> notKept, LongSupplier nanos) {
        this.bundles = bundles;
        this.budget = new DesyncBudget(limits);
        this.notKept = notKept;
        this.nanos = nanos;
    }

    /// Keeps a bundle, in place of what was known of the same desync before. The log names members, never values;
    /// what breaks a line in the keys of a client's maps is shown as `?`.
    public void keep(DesyncBundle bundle) {
        var player = new PlayerKey(bundle.gameId(), bundle.playerId());
        log.warn(
                "Desync {} of {}: step {} of flush {} leads to other models; members: {}",
                bundle.id(),
                player,
                bundle.op(),
                bundle.flush(),
                bundle.model() == null ? "not reported yet" : places(bundle.differences()));
        var bytes = fitting(bundle);
        if (bytes.size() > DesyncBundle.MOST_BYTES) {
            log.warn("Desync {} of {} is not kept: {} bytes.", bundle.id(), player, bytes.size());
            notKept.accept(NotKept.TOO_LARGE);
        } else if (!budget.take(player, bundle.id(), bytes.size(), nanos.getAsLong())) {
            notKept.accept(NotKept.TOO_MANY);
        } else {
            keep(player, new KeptBundle(bundle.id(), bytes));
        }
    }

    private void keep(PlayerKey player, KeptBundle bundle) {
        bundles.keep(player, bundle).whenComplete((_, failure) -> {
            if (failure != null) {
                log.warn("Desync {} of {} is not kept: {}", bundle.id(), player, failure.toString());
                notKept.accept(NotKept.NOT_STORED);
            }
        });
    }

    static String places(List<MemberDifference> differences) {
        return differences.stream()
                .limit(MOST_LOGGED)
                .map(MemberDifference::path)
                .map(OneLine::of)
                .map(path -> path.length() <= MOST_CHARACTERS ? path : path.substring(0, MOST_CHARACTERS) + "...")
                .collect(Collectors.joining("; "));
    }

    private static ByteString fitting(DesyncBundle bundle) {
        var bytes = bundle.encode();
        return bytes.size() <= DesyncBundle.MOST_BYTES
                ? bytes
                : bundle.withoutModel().encode();
    }

    /// Those of a player that are kept and can be read, oldest first.
    public CompletionStage<List<DesyncBundle>> of(PlayerKey player) {
        return bundles.of(player).thenApply(kept -> {
            var all = new ArrayList<DesyncBundle>();
            for (var each : kept) {
                try {
                    all.add(DesyncBundle.decode(each.bytes()));
                } catch (DecodeException e) {
                    log.warn("Desync {} of {} cannot be read: {}", each.id(), player, e.getMessage());
                }
            }
            return List.copyOf(all);
        });
    }

    /// One of them.
    public CompletionStage<Optional<DesyncBundle>> find(PlayerKey player, String id) {
        return of(player)
                .thenApply(all ->
                        all.stream().filter(bundle -> bundle.id().equals(id)).findFirst());
    }
}
