package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_SHUTTING_DOWN;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.Renewal;
import dev.gatehouse.session.player.Resident.Access;
import dev.gatehouse.session.player.Resident.Loading;
import dev.gatehouse.session.player.Resident.Present;
import dev.gatehouse.session.player.Resident.Retiring;
import dev.gatehouse.session.player.owner.Departure;
import dev.gatehouse.session.player.owner.Entrance;
import dev.gatehouse.session.player.owner.Loaded;
import dev.gatehouse.session.player.owner.Play;
import dev.gatehouse.session.player.owner.PlayerLoader;
import dev.gatehouse.session.player.owner.PlayerOwner;
import dev.gatehouse.session.player.owner.Stored;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.shard.Shard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The players of one shard: brings them in when somebody wants them, renews their leases, lets them go
/// when nobody does. On the shard only.
final class Residents {

    private static final Logger log = LoggerFactory.getLogger(Residents.class);

    /// Players that are read at once. Each takes a few round trips, so these keep a registry busy that is a millisecond
    /// away.
    private static final int MOST_LOADS = 32;

    private final PlayerWorld world;
    private final Shard<Append, AppendResult> shard;
    private final PlayerLoader loader;
    private final Map<PlayerKey, Resident> players = new HashMap<>();
    private final Map<PlayerKey, Departure> departures = new HashMap<>();
    private final Intake intake = new Intake(MOST_LOADS);
    private long renewAt;

    /// Whether this node is about to stop and takes nobody in.
    private boolean closing;

    Residents(PlayerWorld world, Shard<Append, AppendResult> shard, PlayerLoader loader) {
        this.world = world;
        this.shard = shard;
        this.loader = loader;
        this.renewAt = world.now();
    }

    /// The player, if it is here now.
    Optional<Present> find(PlayerKey player) {
        return players.get(player) instanceof Present present
                        && !present.owner().isLost()
                ? Optional.of(present)
                : Optional.empty();
    }

    /// Whether the player is here, or on its way in or out.
    boolean has(PlayerKey player) {
        return players.containsKey(player);
    }

    /// Brings a player in.
    ///
    /// @param known whether only a player who has been here before is meant
    void want(PlayerKey player, boolean known, @Nullable NodeId takeOverFrom, Consumer<Access> then) {
        if (closing) {
            then.accept(new Access.Denied(new Loaded.Unavailable()));
            return;
        }
        switch (players.get(player)) {
            case Present present
            when present.owner().isLost() -> {
                players.remove(player);
                want(player, known, takeOverFrom, then);
            }
            case Present present -> Answers.grant(present, then);
            case Loading loading when loading.isFull() -> then.accept(new Access.Denied(new Loaded.Unavailable()));
            case Loading loading
            when loading.known() && !known -> loading.afterwards().add(() -> want(player, false, takeOverFrom, then));
            case Loading loading -> loading.waiting().add(then);
            case Retiring retiring when retiring.isFull() -> then.accept(new Access.Denied(new Loaded.Unavailable()));
            case Retiring retiring -> retiring.afterwards().add(() -> want(player, known, takeOverFrom, then));
            case null -> load(player, known, takeOverFrom, then);
        }
    }

    private void load(PlayerKey player, boolean known, @Nullable NodeId takeOverFrom, Consumer<Access> then) {
        if (isFull(player)) {
            then.accept(new Access.Denied(new Loaded.Unavailable()));
            return;
        }
        var loading = new Loading(known);
        loading.waiting().add(then);
        players.put(player, loading);
        intake.begin(() -> read(player, known, takeOverFrom)
                .thenAccept(result -> shard.answer(() -> {
                    intake.done();
                    loaded(player, loading, result);
                })));
    }

    private CompletionStage<Loaded> read(PlayerKey player, boolean known, @Nullable NodeId takeOverFrom) {
        if (closing) {
            return CompletableFuture.completedFuture(new Loaded.Unavailable());
        }
        return known ? loader.loadKnown(player) : loader.load(player, takeOverFrom);
    }

    private boolean isFull(PlayerKey player) {
        boolean full = players.size() >= world.limits().maxPlayers();
        if (full) {
            log.warn("No room for {}: {} players are here.", player, players.size());
        }
        return full;
    }

    private void loaded(PlayerKey player, Loading loading, Loaded result) {
        answer(player, loading, result);
        Answers.each(loading.afterwards());
    }

    private void answer(PlayerKey player, Loading loading, Loaded result) {
        if (!(result instanceof Loaded.Ready ready)) {
            players.remove(player);
            Answers.deny(loading, result);
            return;
        }
        var made = closing ? Optional.<Present>empty() : made(ready);
        made.ifPresentOrElse(
                present -> {
                    players.put(player, present);
                    loading.waiting().forEach(then -> Answers.grant(present, then));
                },
                () -> giveBack(loading, ready));
    }

    private Optional<Present> made(Loaded.Ready ready) {
        try {
            var owner = new PlayerOwner(world, shard, ready);
            return Optional.of(
                    new Present(owner, new Play(world, shard::answer, owner), new Entrance(world, shard, owner)));
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            log.error("{} cannot be brought in.", ready.lease().player(), e);
            return Optional.empty();
        }
    }

    private void giveBack(Loading loading, Loaded.Ready ready) {
        players.remove(ready.lease().player());
        var _ = world.leases().release(ready.lease());
        Answers.deny(loading, new Loaded.Unavailable());
    }

    /// Runs a step of a player so that a mistake in it ends this player's sessions and harms nobody else.
    static void guard(Present present, Runnable step) {
        present.owner().attempt(step);
    }

    /// Does what time has made due. Called about once a second.
    void tick() {
        long now = world.now();
        for (var present : present()) {
            guard(present, () -> {
                present.owner().tick(now);
                present.play().tick();
            });
            if (present.owner().isLost()) {
                players.remove(present.owner().player());
            } else if (present.owner().isIdle(now)) {
                guard(present, () -> retire(present.owner()));
            }
        }
        if (now - renewAt >= 0) {
            renewAt = now + world.limits().leaseTtl().toNanos() / 3;
            renew(now);
        }
    }

    /// Does something to every live session of a game.
    void visit(GameId game, Consumer<Session> step) {
        for (var present : present()) {
            if (present.owner().player().gameId().equals(game)) {
                visit(present, step);
            }
        }
    }

    /// Does something to every live session of a player.
    void visit(PlayerKey player, Consumer<Session> step) {
        find(player).ifPresent(present -> visit(present, step));
    }

    private static void visit(Present present, Consumer<Session> step) {
        guard(present, () -> present.owner().attendance().visit(step));
    }

    private List<Present> present() {
        return players.values().stream()
                .filter(Present.class::isInstance)
                .map(Present.class::cast)
                .toList();
    }

    private void renew(long now) {
        var stored = new LinkedHashMap<Lease, Stored>();
        for (var present : present()) {
            stored.put(present.owner().lease(), present.owner().stored());
        }
        if (stored.isEmpty()) {
            return;
        }
        var ttl = world.limits().leaseTtl();
        world.leases()
                .renew(List.copyOf(stored.keySet()), ttl, world.keepSessions())
                .thenAccept(renewal -> shard.answer(() -> renewed(renewal, stored, now + ttl.toNanos())));
    }

    /// @param stored what was confirmed of each player when the renewal was asked for
    private void renewed(Renewal renewal, Map<Lease, Stored> stored, long until) {
        for (var held : renewal.held()) {
            var before = stored.getOrDefault(held.lease(), Stored.NOTHING);
            holder(held.lease())
                    .ifPresent(present -> guard(present, () -> present.owner().renewed(until, held, before)));
        }
        renewal.lost().forEach(lease -> holder(lease).ifPresent(present -> guard(present, present.owner()::fenced)));
        if (!renewal.unconfirmed().isEmpty()) {
            log.warn("{} leases were not renewed.", renewal.unconfirmed().size());
        }
    }

    private Optional<Present> holder(Lease lease) {
        return players.get(lease.player()) instanceof Present present
                        && present.owner().lease().equals(lease)
                ? Optional.of(present)
                : Optional.empty();
    }

    private void retire(PlayerOwner owner) {
        var retired = owner.retire();
        var retiring = new Retiring();
        players.put(owner.player(), retiring);
        var _ = retired.whenComplete((_, _) -> shard.answer(() -> {
            players.remove(owner.player(), retiring);
            Answers.each(retiring.afterwards());
        }));
    }

    /// Gives everybody to other nodes: for a node that stops.
    CompletionStage<Void> departAll() {
        closing = true;
        // Nothing is shown, and nobody goes, while a lease is not known to be held.
        renew(world.now());
        var all = new ArrayList<CompletableFuture<Void>>();
        for (var present : present()) {
            var departure = new Departure(world, shard, present.owner());
            departures.put(present.owner().player(), departure);
            guard(present, () -> {
                present.entrance().shut();
                all.add(departure.begin().toCompletableFuture());
            });
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    /// Nothing more comes from this session's client.
    void held(PlayerKey player, SessionId session) {
        var departure = departures.get(player);
        if (departure != null) {
            departure.held(session);
        }
    }

    /// Waits for no proxy any more.
    void hurry() {
        departures.values().forEach(Departure::hurry);
    }

    /// Ends what could not be given away. A player whose last steps are not in the journal keeps its
    /// lease. One that is being handed over just now is left alone: what is stored of its sessions must stay.
    void endAll() {
        present().stream()
                .map(Present::owner)
                .filter(owner -> !owner.isLost())
                .forEach(owner -> owner.attendance().endAll(CLUSTER_SHUTTING_DOWN));
    }
}
