package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent.NewsHeard;
import dev.gatehouse.instance.life.LifeEvent.NewsOverdue;
import dev.gatehouse.instance.life.LifeEvent.Released;
import dev.gatehouse.instance.life.LifeEvent.Touched;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Brings events to instances: loads, decides, stores if nobody else did meanwhile, and then carries out what
/// follows. Blocks; safe to use from any thread.
public final class InstanceLife {

    /// Somebody else changing the same instance so many times in a row is told to the caller.
    private static final int MAX_ATTEMPTS = 10;

    private final InstanceStore store;
    private final LifeEffects effects;
    private final Receipts receipts;
    private final Deadlines deadlines;
    private final InstantSource time;
    private final Executor aside;

    /// @param receipts of news, noted with whatever changes next
    /// @param aside carries out what an end calls for, as it takes as long as a server takes to go, and
    ///     what is told again
    public InstanceLife(
            InstanceStore store,
            LifeEffects effects,
            Receipts receipts,
            Deadlines deadlines,
            InstantSource time,
            Executor aside) {
        this.store = store;
        this.effects = effects;
        this.receipts = receipts;
        this.deadlines = deadlines;
        this.time = time;
        this.aside = aside;
    }

    /// What has become of the instance.
    public sealed interface Result {

        /// @param instance as it is now
        /// @param changed false if the event had nothing left to change
        record Done(InstanceRecord instance, boolean changed) implements Result {}

        record Failed(PartnerError why) implements Result {}
    }

    public Result apply(InstanceId id, LifeEvent event) {
        return apply(new LastSeen(id), event, Condition.NONE);
    }

    /// Begins with the instance as it was last seen, which saves to load it where it has not changed since: only a
    /// change that was stored counts then, and what was seen is what is stored now in the end.
    ///
    /// @param condition what must be so of the instance when it changes
    public Result apply(LastSeen seen, LifeEvent event, Condition condition) {
        var before = seen.stored();
        if (before.isPresent()
                && attempt(before.get(), event, condition, seen) instanceof Done done
                && done.changed()) {
            return done;
        }
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var stored = store.load(seen.id());
            if (stored.isEmpty()) {
                return new Failed(PartnerError.UNKNOWN_INSTANCE);
            }
            seen.saw(stored.get());
            var result = attempt(stored.get(), event, condition, seen);
            if (result != null) {
                return result;
            }
        }
        return new Failed(PartnerError.CONTENTION);
    }

    /// @return null where somebody else was quicker
    private @Nullable Result attempt(Stored stored, LifeEvent event, Condition condition, LastSeen seen) {
        var objection = condition.objection().apply(stored);
        if (objection.isPresent()) {
            return new Failed(objection.get());
        }
        return switch (Instances.step(stored.instance(), event, time.instant())) {
            case Refused(var why) -> new Failed(why);
            case Unchanged _ -> new Done(stored.instance(), false);
            case Changed changed -> attempt(stored, changed, condition.link(), seen, event instanceof NewsOverdue);
        };
    }

    private @Nullable Result attempt(Stored stored, Changed changed, LinkTerm term, LastSeen seen, boolean isAside) {
        var heard = receipts.of(stored.instance().id());
        var next = News.heard(changed.next(), heard, time.instant());
        var todo = prepare(next, changed.effects());
        return switch (store.change(stored, next, deadlines.lookIn(next, time.instant()), term)) {
            case Change.Overtaken _ -> null;
            case Change.NotSoLinked _ -> new Failed(unmet(term));
            case Change.Done(var version) -> {
                seen.saw(stored.next(next, version, term));
                receipts.noted(next.id(), heard);
                if (next.state() != stored.instance().state()) {
                    effects.entered(next);
                }
                if (isAside) {
                    aside.execute(() -> todo.forEach(Runnable::run));
                } else {
                    follow(next, todo);
                }
                yield new Done(next, true);
            }
        };
    }

    private static PartnerError unmet(LinkTerm term) {
        return term instanceof LinkTerm.Taken ? PartnerError.ALREADY_LINKED : PartnerError.NOT_LINKED;
    }

    /// Notes that somebody did something with an instance that changes nothing else.
    public void touch(InstanceRecord instance) {
        if (deadlines.isTouchToBeNoted(instance, time.instant())) {
            apply(instance.id(), new Touched());
        }
    }

    /// Notes what players have heard of an instance, where no other change has taken it along.
    void noteReceipts(InstanceId id) {
        var heard = receipts.of(id);
        if (!heard.isEmpty() && isSettled(apply(id, new NewsHeard(heard)))) {
            receipts.noted(id, heard);
        }
    }

    private static boolean isSettled(Result result) {
        return !(result instanceof Failed(var why) && why.retryable());
    }

    /// Looks at an instance whose time has come, and does what its deadlines call for.
    ///
    /// @param hears whether a server that is not heard is silent
    /// @return how its server was; empty where it has none that is linked
    public Optional<Liveness> look(InstanceId id, boolean hears) {
        var stored = store.load(id);
        stored.ifPresentOrElse(instance -> look(id, instance, hears), () -> store.lookAgain(id, Optional.empty()));
        return stored.flatMap(instance -> Liveness.of(instance, deadlines, hears));
    }

    private void look(InstanceId id, Stored stored, boolean hears) {
        var instance = stored.instance();
        if (Instances.isOver(instance) && !instance.released()) {
            store.lookAgain(id, deadlines.lookIn(instance, time.instant()));
            follow(instance, prepare(instance, Instances.leftOf(instance)));
            return;
        }
        deadlines
                .due(instance, stored.heard() || !hears, time.instant())
                .ifPresentOrElse(
                        event -> apply(id, event),
                        () -> store.lookAgain(id, deadlines.lookIn(instance, time.instant())));
    }

    private List<Runnable> prepare(InstanceRecord next, List<LifeEffect> todo) {
        return todo.stream().map(effect -> effects.prepare(effect, next)).toList();
    }

    private void follow(InstanceRecord instance, List<Runnable> todo) {
        if (!Instances.isOver(instance) || instance.released()) {
            todo.forEach(Runnable::run);
            return;
        }
        aside.execute(() -> {
            todo.forEach(Runnable::run);
            // Noted last: where this service stops before, the next look does it all once more.
            apply(instance.id(), new Released());
        });
    }
}
