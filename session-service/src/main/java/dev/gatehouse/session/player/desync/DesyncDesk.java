package dev.gatehouse.session.player.desync;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.OneLine;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what is known of desyncs, one after the other on a worker, and shows it to operators. From any
/// thread.
public final class DesyncDesk {

    private static final Logger log = LoggerFactory.getLogger(DesyncDesk.class);

    private static final int MOST_LOGGED = 20;
    private static final int MOST_CHARACTERS = 200;

    /// Each holds models that nobody else may want any more.
    static final int MOST_WAITING = 16;

    private final DesyncBundles bundles;
    private final DesyncBudget budget;
    private final Consumer<NotKept> notKept;
    private final LongSupplier nanos;
    private final Executor workers;

    /// Both guarded by this. In order, so that a report is not overtaken by what was known before it.
    private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

    private int waiting;

    /// @param notKept told of each desync that nobody can look at later, from any thread
    /// @param nanos a monotonic clock
    /// @param workers make bundles, no two at once
    public DesyncDesk(
            DesyncBundles bundles,
            DesyncProperties limits,
            Consumer<NotKept> notKept,
            LongSupplier nanos,
            Executor workers) {
        this.bundles = bundles;
        this.budget = new DesyncBudget(limits);
        this.notKept = notKept;
        this.nanos = nanos;
        this.workers = workers;
    }

    /// Keeps what is known so far.
    public void keep(Desync found) {
        later(found, found::bundle);
    }

    /// Keeps what its client says as well, in place of what was known before.
    public void keep(Desync found, Encoded theirs) {
        later(found, () -> found.bundle(theirs));
    }

    private interface Making {

        DesyncBundle bundle() throws DecodeException;
    }

    private synchronized void later(Desync found, Making making) {
        if (waiting >= MOST_WAITING || budget.isSpent(found.player(), nanos.getAsLong())) {
            notKept.accept(NotKept.TOO_MANY);
            return;
        }
        waiting++;
        last = last.<@Nullable Void>handleAsync(
                        (_, _) -> {
                            keep(found, making);
                            return null;
                        },
                        workers)
                .whenComplete((_, _) -> over());
    }

    private synchronized void over() {
        waiting--;
    }

    private void keep(Desync found, Making making) {
        try {
            keep(making.bundle());
        } catch (DecodeException e) {
            log.warn("The report of {} cannot be read: {}", found.player(), e.getMessage());
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            log.error(
                    "A desync of {} is not kept.",
                    found.player(),
                    found.from().game().forLog(e));
            notKept.accept(NotKept.NOT_STORED);
        }
    }

    /// Keeps a bundle, in place of what was known of the same desync before. The log names members, never values;
    /// what breaks a line in the keys of a client's maps is shown as `?`.
    void keep(DesyncBundle bundle) {
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
        return Stream.of(bundle, bundle.withoutModel())
                .map(DesyncBundle::encode)
                .filter(bytes -> bytes.size() <= DesyncBundle.MOST_BYTES)
                .findFirst()
                .orElseGet(() -> bundle.withoutPlayer().encode());
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
