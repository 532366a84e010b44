package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEvent.AllocationStarted;
import dev.gatehouse.instance.life.LifeEvent.ServerLinked;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Creates instances, each once, and has a server allocated for each. Blocks; safe to use from any thread.
public final class Creator {

    /// Longer than telling takes, which is bounded by itself.
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

    private final InstanceStore store;
    private final Deadlines deadlines;
    private final InstantSource time;
    private final Supplier<AllocatedServer> newServers;
    private final Function<InstanceRecord, Runnable> next;
    private final UnsettledCreations unsettled;

    /// @param newServers a server of a new unguessable id on each call, asked for by this node
    /// @param next begins with what a new instance calls for before it is stored, and goes on with it
    ///     once it is, both without waiting
    /// @param unsettled goes on with what may have been stored without an answer
    public Creator(
            InstanceStore store,
            Deadlines deadlines,
            InstantSource time,
            Supplier<AllocatedServer> newServers,
            Function<InstanceRecord, Runnable> next,
            UnsettledCreations unsettled) {
        this.store = store;
        this.deadlines = deadlines;
        this.time = time;
        this.newServers = newServers;
        this.next = next;
        this.unsettled = unsettled;
    }

    public sealed interface Result {
        record Created(InstanceRecord instance) implements Result {}

        /// The key was used before, for the same wish.
        record Existed(InstanceRecord instance) implements Result {}

        /// The key was used before, for something else.
        record KeyTaken() implements Result {}

        /// As many live instances come from its root as may.
        record TooMany() implements Result {}
    }

    /// What came of an earlier request with the wish's key; empty where there was none.
    public Optional<Result> find(Creation wish) {
        return store.load(wish.instanceId())
                .map(stored -> stored.instance().origin().fingerprint().equals(wish.fingerprint())
                        ? new Result.Existed(stored.instance())
                        : new Result.KeyTaken());
    }

    /// The instance is stored with the server that its provider is about to be asked for: what nobody asks for in the
    /// end is over once its time to get a server is.
    public Result create(Creation wish) {
        var now = time.instant();
        var hosting = wish.hosting();
        var made = wish.toInstance(now);
        var owing = News.owing(made, List.of(belonging(made)), now);
        var asking = step(owing, new AllocationStarted(newServers.get()), now);
        var instance = hosting == null ? asking : step(asking, new ServerLinked(hosting.address()), now);
        var begun = next.apply(instance);
        var heardFor = hosting == null ? Duration.ZERO : deadlines.silence();
        try {
            var lookIn = deadlines.lookIn(instance, now).orElse(Duration.ZERO);
            return switch (store.create(instance, lookIn, heardFor)) {
                case STORED -> {
                    begun.run();
                    yield new Result.Created(instance);
                }
                case WAS_THERE -> find(wish).orElseGet(Result.KeyTaken::new);
                // What the key has made already counts no more where it is over.
                case TOO_MANY -> find(wish).orElseGet(Result.TooMany::new);
            };
        } catch (RegistryUnavailableException e) {
            // Begun anew when it is known: what was begun is as old as the answer that was lost.
            unsettled.add(instance, () -> next.apply(instance).run());
            throw e;
        }
    }

    private static InstanceRecord step(InstanceRecord created, LifeEvent event, Instant now) {
        return switch (Instances.step(created, event, now)) {
            case Changed(var next, var _) -> next;
            case Unchanged _, Refused _ -> throw new IllegalStateException(created.state() + " does not take " + event);
        };
    }

    private static LifeEffect belonging(InstanceRecord made) {
        return new TellPlayers(InstanceEvent.ADDED, Seats.ids(made.players()), "");
    }

    /// Goes on with a new instance in the background: its players hear of it first, then a server is asked for, unless
    /// it has one.
    ///
    /// @param headStart so long players have to hear of it; the server is not held up any longer
    public static Function<InstanceRecord, Runnable> inBackground(
            Executor background, LifeEffects effects, Consumer<InstanceRecord> allocate, Duration headStart) {
        return instance -> {
            var telling = effects.prepare(belonging(instance), instance);
            return () -> background.execute(() -> {
                effects.entered(instance);
                var told = Thread.ofVirtual().start(telling);
                if (instance.state() == InstanceState.ALLOCATING) {
                    await(told, headStart);
                    allocate.accept(instance);
                }
                await(told, TOLD_WITHIN);
            });
        };
    }

    private static void await(Thread told, Duration within) {
        try {
            told.join(within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
