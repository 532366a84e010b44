package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.InstanceStore.Stored;
import dev.gatehouse.instance.life.LifeEvent.Released;
import dev.gatehouse.instance.life.LifeEvent.Touched;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Brings events to instances: loads, decides, stores if nobody else did meanwhile, and then carries out what
/// follows. Blocks; safe to use from any thread.
public final class InstanceLife {

    /// Somebody else changing the same instance so many times in a row is told to the caller.
    private static final int MAX_ATTEMPTS = 10;

    private final InstanceStore store;
    private final LifeEffects effects;
    private final Deadlines deadlines;
    private final InstantSource time;
    private final Executor endings;

    /// @param endings carries out what an end calls for, as it takes as long as a server takes to go
    public InstanceLife(
            InstanceStore store, LifeEffects effects, Deadlines deadlines, InstantSource time, Executor endings) {
        this.store = store;
        this.effects = effects;
        this.deadlines = deadlines;
        this.time = time;
        this.endings = endings;
    }

    /// What has become of the instance.
    public sealed interface Result {

        /// @param instance as it is now
        /// @param changed false if the event had nothing left to change
        record Done(InstanceRecord instance, boolean changed) implements Result {}

        record Failed(PartnerError why) implements Result {}
    }

    public Result apply(InstanceId id, LifeEvent event) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var stored = store.load(id);
            if (stored.isEmpty()) {
                return new Result.Failed(PartnerError.UNKNOWN_INSTANCE);
            }
            switch (Instances.step(stored.get().instance(), event, time.instant())) {
                case Refused(var why) -> {
                    return new Result.Failed(why);
                }
                case Unchanged _ -> {
                    return new Result.Done(stored.get().instance(), false);
                }
                case Changed changed -> {
                    if (store(stored.get(), changed)) {
                        follow(changed.next(), changed.effects());
                        return new Result.Done(changed.next(), true);
                    }
                }
            }
        }
        return new Result.Failed(PartnerError.CONTENTION);
    }

    /// Notes that somebody did something with an instance that changes nothing else.
    public void touch(InstanceRecord instance) {
        if (deadlines.isTouchToBeNoted(instance, time.instant())) {
            apply(instance.id(), new Touched());
        }
    }

    /// Looks at an instance whose time has come, and does what its deadlines call for.
    public void look(InstanceId id) {
        var stored = store.load(id);
        if (stored.isEmpty()) {
            store.lookAgain(id, Optional.empty());
            return;
        }
        var instance = stored.get().instance();
        if (Instances.isOver(instance) && !instance.released()) {
            store.lookAgain(id, deadlines.lookIn(instance, time.instant()));
            follow(instance, Instances.releaseOf(instance));
            return;
        }
        deadlines
                .due(instance, stored.get().heard(), time.instant())
                .ifPresentOrElse(
                        event -> apply(id, event),
                        () -> store.lookAgain(id, deadlines.lookIn(instance, time.instant())));
    }

    private boolean store(Stored stored, Changed changed) {
        boolean done = store.change(stored, changed.next(), deadlines.lookIn(changed.next(), time.instant()));
        if (done && changed.next().state() != stored.instance().state()) {
            effects.entered(changed.next());
        }
        return done;
    }

    private void follow(InstanceRecord instance, List<LifeEffect> todo) {
        if (!Instances.isOver(instance) || instance.released()) {
            todo.forEach(effect -> effects.perform(effect, instance));
            return;
        }
        endings.execute(() -> {
            todo.forEach(effect -> effects.perform(effect, instance));
            // Noted last: where this service stops before, the next look does it all once more.
            apply(instance.id(), new Released());
        });
    }
}
