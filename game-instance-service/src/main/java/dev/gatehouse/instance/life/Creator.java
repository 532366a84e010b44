package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Creates instances, each once, and has a server allocated for each. Blocks; safe to use from any thread.
public final class Creator {

    private final InstanceStore store;
    private final Deadlines deadlines;
    private final InstantSource time;
    private final Consumer<InstanceRecord> created;

    /// @param created goes on with a new instance; must not block
    public Creator(InstanceStore store, Deadlines deadlines, InstantSource time, Consumer<InstanceRecord> created) {
        this.store = store;
        this.deadlines = deadlines;
        this.time = time;
        this.created = created;
    }

    public sealed interface Result {
        record Created(InstanceRecord instance) implements Result {}

        /// The key was used before, for the same wish.
        record Existed(InstanceRecord instance) implements Result {}

        /// The key was used before, for something else.
        record KeyTaken() implements Result {}
    }

    /// What came of an earlier request with the wish's key; empty where there was none.
    public Optional<Result> find(Creation wish) {
        return store.load(wish.instanceId())
                .map(stored -> stored.instance().origin().fingerprint().equals(wish.fingerprint())
                        ? new Result.Existed(stored.instance())
                        : new Result.KeyTaken());
    }

    public Result create(Creation wish) {
        var now = time.instant();
        var instance = wish.toInstance(now);
        if (store.create(instance, deadlines.lookIn(instance, now).orElse(Duration.ZERO))) {
            created.accept(instance);
            return new Result.Created(instance);
        }
        return find(wish).orElseGet(Result.KeyTaken::new);
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
