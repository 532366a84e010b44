package dev.gatehouse.session.event;

import static dev.gatehouse.model.protocol.CallErrorCode.INVALID_ARGUMENTS;
import static dev.gatehouse.model.protocol.CallErrorCode.NOT_ALLOWED;
import static dev.gatehouse.model.protocol.CallErrorCode.SERVER_ERROR;
import static dev.gatehouse.model.protocol.CallErrorCode.TOO_MANY;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage.EventRefused;
import dev.gatehouse.model.servercode.EventPolicy;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.session.event.EventPost.Sender;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.session.Bookmark;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Standing;
import dev.gatehouse.session.topic.Watches;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What clients tell each other. From any thread; never blocks. An event that its sender may not send goes to nobody:
/// that is counted and logged, and the sender hears of it where it wants to. One that the registry cannot take now is
/// said as soon as it can.
public final class ClientEvents {

    private static final Logger log = LoggerFactory.getLogger(ClientEvents.class);

    /// Between two attempts to say what the registry could not take.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventPost post;
    private final Map<GameId, EventPolicy> policies;
    private final EventWorld world;

    /// As many as there are sessions here.
    private final Map<SessionId, EventLine> lines = new ConcurrentHashMap<>();

    /// What events stand on.
    ///
    /// @param timers starts what is due
    /// @param nanos of a monotonic clock
    /// @param dropped counts events that go to nobody
    public record EventWorld(
            Watches watches, Hooks hooks, ScheduledExecutorService timers, LongSupplier nanos, Runnable dropped) {}

    /// @param policies of the games that have one
    public ClientEvents(EventPost post, EventWorld world, Map<GameId, EventPolicy> policies) {
        this.post = post;
        this.world = world;
        this.policies = Map.copyOf(policies);
    }

    /// A session hears what is said to its player and to everybody, from where it was elsewhere, or
    /// from now on; an unauthenticated one hears neither.
    public void opened(Peer peer, Standing standing) {
        var limits = post.limits();
        var allowance =
                new Allowance(limits.perSecond(), limits.burst(), world.nanos().getAsLong());
        lines.put(peer.session(), new EventLine(allowance));
        topicsOf(peer)
                .forEach(topic -> world.watches()
                        .listen(topic, peer, standing.bookmark(topic.name()).orElse(null)));
    }

    private static Stream<Topic> topicsOf(Peer peer) {
        var game = peer.who().gameId();
        return peer.who().isAuthenticated()
                ? Stream.of(Topic.user(game, peer.who().playerId()), Topic.everybody(game))
                : Stream.empty();
    }

    /// What a session's client says now, it may have said in this time.
    ///
    /// @param unheard nanoseconds
    public void isBack(Peer peer, long unheard) {
        lineOf(peer)
                .ifPresent(line -> line.allowance().add(unheard, world.nanos().getAsLong()));
    }

    /// The session is over, or goes on elsewhere.
    ///
    /// @return how far it has heard
    public List<Bookmark> ended(Peer peer) {
        lines.remove(peer.session());
        return topicsOf(peer)
                .flatMap(topic -> world.watches().forget(topic, peer.session()).stream())
                .toList();
    }

    private Optional<EventLine> lineOf(Peer peer) {
        return Optional.ofNullable(lines.get(peer.session()));
    }

    /// Lets an event in, unless its sender sends faster than it may.
    ///
    /// @param at when it came, in nanoseconds of the clock
    /// @return false where it goes to nobody
    public boolean letIn(Peer peer, ClientMessage.Event event, long at) {
        boolean inTime = lineOf(peer).map(line -> line.allowance().take(at)).orElse(true);
        if (!inTime) {
            refuse(peer, event, CallError.of(TOO_MANY));
        }
        return inTime;
    }

    /// Says an event that was let in. One that is sent again under its number, in its session, is said once.
    ///
    /// @return done when the event has its place, or goes nowhere; never exceptionally. Never done
    ///     where its session goes on elsewhere before
    public CompletionStage<Void> send(Peer peer, long seq, ClientMessage.Event event) {
        return lineOf(peer)
                .map(line -> line.next(() -> decide(new Sending(peer, line, seq, event))))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private record Sending(Peer peer, EventLine line, long seq, ClientMessage.Event event) {}

    private CompletionStage<Void> decide(Sending sending) {
        var event = sending.event();
        var mistake = post.mistake(event.name(), event.scope(), event.payload());
        if (mistake != null) {
            return refuse(sending, CallError.of(INVALID_ARGUMENTS, mistake));
        }
        return allowed(sending.peer(), event)
                .handle((allowed, failure) -> {
                    if (failure != null) {
                        log.warn(
                                "The game's code for events failed for {}.",
                                sending.peer().who(),
                                failure);
                        return refuse(sending, CallError.of(SERVER_ERROR));
                    }
                    return allowed ? say(sending) : refuse(sending, CallError.of(NOT_ALLOWED));
                })
                .thenCompose(done -> done);
    }

    private CompletionStage<Boolean> allowed(Peer peer, ClientMessage.Event event) {
        var policy = policies.getOrDefault(peer.who().gameId(), EventPolicy.GROUPS_ONLY);
        if (!peer.who().isAuthenticated()) {
            return CompletableFuture.completedStage(false);
        }
        if (policy.equals(EventPolicy.GROUPS_ONLY)) {
            return CompletableFuture.completedStage(policy.allows(peer.who(), event.name(), event.scope()));
        }
        return world.hooks()
                .call(
                        peer.who().gameId(),
                        () -> policy.allows(peer.who(), event.name(), event.scope()),
                        post.limits().hookTimeout());
    }

    private CompletionStage<Void> say(Sending sending) {
        var said = new CompletableFuture<Void>();
        say(sending, said);
        return said;
    }

    private void say(Sending sending, CompletableFuture<Void> said) {
        var peer = sending.peer();
        var event = sending.event();
        var sender = new Sender(peer.who().playerId(), peer.session(), sending.seq());
        post.post(peer.who().gameId(), sender, event.name(), event.scope(), event.payload())
                .whenComplete((posted, failure) -> {
                    if (failure != null) {
                        sayLater(sending, said, failure);
                    } else {
                        if (posted instanceof Posted.Absent) {
                            var _ = refuse(sending, CallError.of(NOT_ALLOWED));
                        }
                        said.complete(null);
                    }
                });
    }

    /// Nobody knows whether it was said. It is not acknowledged, so nobody asks its client for it while it is here.
    private void sayLater(Sending sending, CompletableFuture<Void> said, Throwable failure) {
        log.debug("An event of {} has to wait: {}", sending.peer().who(), failure.toString());
        if (lineOf(sending.peer()).filter(sending.line()::equals).isPresent()) {
            var _ = world.timers().schedule(() -> say(sending, said), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private CompletionStage<Void> refuse(Sending sending, CallError why) {
        refuse(sending.peer(), sending.event(), why);
        return CompletableFuture.completedStage(null);
    }

    private void refuse(Peer peer, ClientMessage.Event event, CallError why) {
        world.dropped().run();
        log.debug("An event of {} goes to nobody: {}", peer.who(), why.message());
        var id = event.id();
        if (id != null) {
            peer.tell(new EventRefused(id, event.name(), why));
        }
    }
}
