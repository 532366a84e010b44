package dev.gatehouse.session.event;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.servercode.EventPolicy;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.session.event.EventPost.Sender;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.session.Bookmark;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Standing;
import dev.gatehouse.session.topic.Watches;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What clients tell each other. From any thread; never blocks. An event that its sender may not send, or that nobody
/// can be told of, goes to nobody: that is counted and logged, and the sender hears nothing, as of any event.
public final class ClientEvents {

    private static final Logger log = LoggerFactory.getLogger(ClientEvents.class);

    private final EventPost post;
    private final Map<GameId, EventPolicy> policies;
    private final EventWorld world;

    /// As many as there are sessions here.
    private final Map<SessionId, Allowance> allowances = new ConcurrentHashMap<>();

    /// What events stand on.
    ///
    /// @param nanos of a monotonic clock
    /// @param dropped counts events that go to nobody
    public record EventWorld(Watches watches, Hooks hooks, LongSupplier nanos, Runnable dropped) {}

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
        allowances.put(peer.session(), allowance);
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

    /// The session is over, or goes on elsewhere.
    ///
    /// @return how far it has heard
    public List<Bookmark> ended(Peer peer) {
        allowances.remove(peer.session());
        return topicsOf(peer)
                .flatMap(topic -> world.watches().forget(topic, peer.session()).stream())
                .toList();
    }

    /// An event that is sent again under its number, in its session, is said once.
    ///
    /// @return done when the event has its place, or goes nowhere; never exceptionally
    public CompletionStage<Void> send(Peer peer, long seq, ClientMessage.Event event) {
        var allowance = allowances.get(peer.session());
        if (allowance == null || !allowance.take(world.nanos().getAsLong())) {
            overflowed(peer);
            return CompletableFuture.completedStage(null);
        }
        var mistake = post.mistake(event.name(), event.scope(), event.payload());
        if (mistake != null) {
            drop(peer, mistake);
            return CompletableFuture.completedStage(null);
        }
        return allowed(peer, event)
                .thenCompose(allowed -> allowed ? post(peer, seq, event) : notAllowed(peer))
                .exceptionally(failure -> {
                    drop(peer, failure.toString());
                    return null;
                });
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
                        () -> policy.allows(peer.who(), event.name(), event.scope()),
                        post.limits().hookTimeout());
    }

    private CompletionStage<Void> post(Peer peer, long seq, ClientMessage.Event event) {
        var sender = new Sender(peer.who().playerId(), peer.session(), seq);
        return post.post(peer.who().gameId(), sender, event.name(), event.scope(), event.payload())
                .thenCompose(posted ->
                        posted instanceof Posted.Absent ? notAllowed(peer) : CompletableFuture.completedStage(null));
    }

    private CompletionStage<Void> notAllowed(Peer peer) {
        drop(peer, "not allowed");
        return CompletableFuture.completedStage(null);
    }

    /// A client sends faster than it may: its event goes to nobody.
    public void overflowed(Peer peer) {
        world.dropped().run();
        log.debug("An event of {} goes to nobody: it sends too many.", peer.who());
    }

    private void drop(Peer peer, String why) {
        world.dropped().run();
        log.info("An event of {} goes to nobody: {}", peer.who(), why);
    }
}
