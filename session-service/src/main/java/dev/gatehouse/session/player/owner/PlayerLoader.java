package dev.gatehouse.session.player.owner;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.Entry;
import dev.gatehouse.registry.journal.Snapshot;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.Restored;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.player.state.UnreadablePlayerException;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.snapshot.JournalGrowth.Extent;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims a player and brings it into memory: first the lease, then snapshot and journal, so that nobody
/// writes behind what was read. Thread-safe; the game's code runs on the executor.
public final class PlayerLoader {

    private static final Logger log = LoggerFactory.getLogger(PlayerLoader.class);

    private static final int NONCE_BYTES = 16;

    private final PlayerWorld world;
    private final RandomGenerator random;
    private final Executor executor;
    private final Survivors survivors;

    /// @param executor runs what may take a while, such as replaying a journal
    public PlayerLoader(PlayerWorld world, RandomGenerator random, Executor executor) {
        this.world = world;
        this.random = random;
        this.executor = executor;
        this.survivors = new Survivors(world);
    }

    /// Loads a player, or makes a new one.
    ///
    /// @return never exceptionally
    public CompletionStage<Loaded> load(PlayerKey player, @Nullable NodeId takeOverFrom) {
        var game = world.games().find(player.gameId());
        if (game.isEmpty()) {
            return CompletableFuture.completedFuture(new Loaded.NoGame());
        }
        // From before the question: the lease ends no earlier than its length after this.
        long asked = world.now();
        return claim(player, takeOverFrom)
                .thenCompose(answer -> switch (answer) {
                    case LeaseAnswer.HeldBy(var owner, var _) ->
                        CompletableFuture.<Loaded>completedFuture(new Loaded.HeldBy(owner));
                    case LeaseAnswer.Granted(var lease) ->
                        read(lease, modelOf(player, game.get()), asked).thenCompose(this::withSessions);
                })
                .exceptionally(failure -> {
                    log.warn("Cannot load {}: {}", player, failure.toString());
                    return new Loaded.Unavailable();
                });
    }

    /// Nothing is kept for an unauthenticated session, as for a game without a player model.
    private static @Nullable GameModel<?> modelOf(PlayerKey player, GameDefinition game) {
        return player.playerId().isUnauthenticated() ? null : game.model();
    }

    private CompletionStage<LeaseAnswer> claim(PlayerKey player, @Nullable NodeId takeOverFrom) {
        var self = world.self();
        var ttl = world.limits().leaseTtl();
        return world.leases().claim(player, self, nonce(), ttl, takeOverFrom).thenCompose(answer -> {
            // Nobody else is this node, and it does not hold the player: it did before it was started again.
            boolean mine = answer instanceof LeaseAnswer.HeldBy(var owner, var _) && owner.equals(self);
            return mine
                    ? world.leases().claim(player, self, nonce(), ttl, self)
                    : CompletableFuture.completedFuture(answer);
        });
    }

    /// Loads a player who has been here before; does not claim one who has not.
    ///
    /// @return never exceptionally
    public CompletionStage<Loaded> loadKnown(PlayerKey player) {
        if (world.games().find(player.gameId()).isEmpty()) {
            return CompletableFuture.completedFuture(new Loaded.NoGame());
        }
        return world.journal()
                .load(player)
                .thenCompose(stored -> stored.snapshot() == null
                        ? CompletableFuture.<Loaded>completedFuture(new Loaded.Unknown())
                        : load(player, null))
                .exceptionally(failure -> {
                    log.warn("Cannot look for {}: {}", player, failure.toString());
                    return new Loaded.Unavailable();
                });
    }

    private CompletionStage<Loaded> read(Lease lease, @Nullable GameModel<?> game, long asked) {
        long until = asked + world.limits().leaseTtl().toNanos();
        if (game == null) {
            return CompletableFuture.completedFuture(new Loaded.Ready(lease, null, Extent.NONE, until, List.of()));
        }
        return world.journal()
                .load(lease.player())
                .thenComposeAsync(stored -> read(lease, game, stored, until), executor);
    }

    private CompletionStage<Loaded> read(Lease lease, GameModel<?> game, StoredPlayer stored, long until) {
        try {
            var snapshot = stored.snapshot();
            return snapshot == null
                    ? create(lease, newcomer(game, lease), until)
                    : restore(lease, game, snapshot, stored, until);
        } catch (UnreadablePlayerException e) {
            world.counters().unreadable(e.isLater());
            if (e.isLater()) {
                log.warn("What is stored for {} is a later version's: {}", lease.player(), e.getMessage());
                return givenBack(lease, new Loaded.Later());
            }
            log.error("What is stored for {} cannot be read: {}", lease.player(), e.getMessage(), e.getCause());
            return givenBack(lease, new Loaded.Unreadable());
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            world.counters().unreadable(false);
            log.error("{} cannot be made, or what is stored for it cannot be read.", lease.player(), game.forLog(e));
            return givenBack(lease, new Loaded.Unreadable());
        }
    }

    /// Gives the player back. What is stored stays as it is, for a game that can read it.
    private CompletionStage<Loaded> givenBack(Lease lease, Loaded why) {
        return world.leases().release(lease).handle((_, _) -> why);
    }

    private <M extends PlayerModel> PlayerState<M> newcomer(GameModel<M> game, Lease lease) {
        var now = world.sessions().clock().instant();
        return PlayerState.start(game, game.newPlayer(lease.player().playerId()), now);
    }

    /// Stores a new player before anybody hears of it, because a game may make each one differently.
    private CompletionStage<Loaded> create(Lease lease, PlayerState<?> state, long until) {
        return store(new Loaded.Ready(lease, state, Extent.NONE, until, List.of()), state);
    }

    private CompletionStage<Loaded> store(Loaded.Ready ready, PlayerState<?> state) {
        return world.journal()
                .snapshot(ready.lease(), ready.journal().snapshot(), StoredPlayers.encode(state))
                .thenApply(result -> switch (result) {
                    case AppendResult.Appended _ -> ready;
                    case AppendResult.Fenced _, AppendResult.Behind _, AppendResult.Unconfirmed _ ->
                        new Loaded.Unavailable();
                });
    }

    private CompletionStage<Loaded> restore(
            Lease lease, GameModel<?> game, Snapshot snapshot, StoredPlayer stored, long until)
            throws UnreadablePlayerException {
        var entries = stored.entries();
        var bytes = entries.stream().map(Entry::bytes).toList();
        var restored = StoredPlayers.decode(game, snapshot.bytes(), bytes);
        report(lease.player(), restored);
        var state = restored.state();
        long written = stored.nextIndex() - 1;
        // Another version of the game, or of the suite, wrote it: what this one writes may not stand behind that.
        if (!restored.ofThisGame()) {
            return store(new Loaded.Ready(lease, state, Extent.of(written), until, List.of()), state);
        }
        var extent = new Extent(
                snapshot.index(),
                written,
                bytes.stream().mapToLong(ByteString::size).sum());
        return CompletableFuture.completedFuture(new Loaded.Ready(lease, state, extent, until, List.of()));
    }

    /// After a new version of the game's logic, or of the suite, it is no surprise; under the same one
    /// its actions are not the same everywhere, or what was stored is damaged.
    private void report(PlayerKey player, Restored<?> restored) {
        if (restored.differing() == 0) {
            return;
        }
        world.counters().replayedOtherwise(restored.ofThisGame());
        if (restored.ofThisGame()) {
            log.error(
                    "{} journal entries of {} lead to other models than when they were stored.",
                    restored.differing(),
                    player);
        } else {
            log.warn("{} journal entries of {} lead to other models with this version.", restored.differing(), player);
        }
    }

    /// Brings back the sessions that another node held, where there are any.
    private CompletionStage<Loaded> withSessions(Loaded loaded) {
        return loaded instanceof Loaded.Ready ready
                ? world.keptSessions().load(ready.lease().player()).thenCompose(kept -> survivors.of(ready, kept))
                : CompletableFuture.completedFuture(loaded);
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
