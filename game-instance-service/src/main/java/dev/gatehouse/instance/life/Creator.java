package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Creates instances, each once, and has a server allocated for each. Blocks; safe to use from any thread.
public final class Creator {

    private final InstanceStore store;
    private final Deadlines deadlines;
    private final InstantSource time;
    private final Supplier<InstanceId> newIds;
    private final Consumer<InstanceRecord> created;

    /// @param newIds a new unguessable id on each call
    /// @param created goes on with a new instance; must not block
    public Creator(
            InstanceStore store,
            Deadlines deadlines,
            InstantSource time,
            Supplier<InstanceId> newIds,
            Consumer<InstanceRecord> created) {
        this.store = store;
        this.deadlines = deadlines;
        this.time = time;
        this.newIds = newIds;
        this.created = created;
    }

    public sealed interface Result {
        record Created(InstanceRecord instance) implements Result {}

        /// The key was used before, for the same wish.
        record Existed(InstanceRecord instance) implements Result {}

        /// The key was used before, for something else.
        record KeyTaken() implements Result {}

        /// Nothing was made.
        record Unwanted(Failure why) implements Result {}
    }

    /// @param objection asked once it is known that there is no such instance yet; empty to go on
    public Result create(Creation wish, Supplier<Optional<Failure>> objection) {
        var id = store.reserve(wish.gameId(), wish.idempotencyKey(), newIds.get());
        var existing = store.load(id);
        if (existing.isEmpty()) {
            var why = objection.get();
            if (why.isPresent()) {
                return new Result.Unwanted(why.get());
            }
            var now = time.instant();
            var instance = wish.toInstance(id, now);
            if (store.create(instance, deadlines.lookIn(instance, now).orElse(Duration.ZERO))) {
                created.accept(instance);
                return new Result.Created(instance);
            }
            existing = store.load(id);
        }
        return existing.filter(
                        stored -> stored.instance().origin().fingerprint().equals(wish.fingerprint()))
                .<Result>map(stored -> new Result.Existed(stored.instance()))
                .orElseGet(Result.KeyTaken::new);
    }

    /// Goes on with a new instance in the background: its players hear of it first, then a server is asked for.
    public static Consumer<InstanceRecord> inBackground(
            Executor background, LifeEffects effects, Consumer<InstanceRecord> allocate) {
        return instance -> background.execute(() -> {
            var players = Seats.ids(instance.players());
            effects.perform(new TellPlayers(InstanceEvent.ADDED, players, ""), instance);
            allocate.accept(instance);
        });
    }
}
