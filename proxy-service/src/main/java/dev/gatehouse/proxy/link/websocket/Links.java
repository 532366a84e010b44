package dev.gatehouse.proxy.link.websocket;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.proxy.link.Backoff;
import dev.gatehouse.proxy.link.LinkProperties;
import dev.gatehouse.proxy.link.SessionNode;
import dev.gatehouse.proxy.link.SessionNodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Keeps one link open to every live session-service node.
public final class Links implements SessionNodes, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Links.class);

    // Nodes may have a new name each time they start, and their leases end by themselves in a while.
    private static final int MOST_MET = 1000;

    private final LinkDialer dialer;
    private final LinkProperties limits;
    private final RandomGenerator random;
    private final Scheduler timers;

    private final Map<NodeId, LinkSocket> open = new ConcurrentHashMap<>();

    // Where a node is to be reached; no longer being in here ends its keeping once its link is down.
    private final Map<NodeId, String> wanted = new ConcurrentHashMap<>();

    // Those that were linked at some time.
    private final Set<NodeId> met = ConcurrentHashMap.newKeySet();

    // Those whose link broke and could not be opened again.
    private final Set<NodeId> gone = ConcurrentHashMap.newKeySet();

    // Guarded by this.
    private final Map<NodeId, Disposable> kept = new ConcurrentHashMap<>();

    /// Where a node takes links.
    public record Target(NodeId node, String url) {}

    public Links(LinkDialer dialer, LinkProperties limits, RandomGenerator random, Scheduler timers) {
        this.dialer = dialer;
        this.limits = limits;
        this.random = random;
        this.timers = timers;
    }

    @Override
    public Optional<SessionNode> linked(NodeId node) {
        return Optional.ofNullable(open.get(node));
    }

    @Override
    public boolean isGone(NodeId node) {
        return met.contains(node) && !open.containsKey(node) && (gone.contains(node) || !wanted.containsKey(node));
    }

    @Override
    public boolean any() {
        return !open.isEmpty();
    }

    /// Opens links to nodes that are new. A link to a node that is no longer live stays while it holds:
    /// the registry may be wrong about a node, its socket is not.
    public synchronized void reconcile(List<Target> live) {
        wanted.keySet().retainAll(live.stream().map(Target::node).collect(Collectors.toSet()));
        live.forEach(target -> wanted.put(target.node(), target.url()));
        kept.values().removeIf(Disposable::isDisposed);
        if (met.size() > MOST_MET) {
            met.retainAll(wanted.keySet());
            gone.retainAll(wanted.keySet());
        }
        wanted.keySet().forEach(node -> kept.computeIfAbsent(node, this::keep));
    }

    /// Closes every link.
    @Override
    public synchronized void close() {
        wanted.clear();
        kept.values().forEach(Disposable::dispose);
        kept.clear();
    }

    private Disposable keep(NodeId node) {
        var backoff = new Backoff(limits.firstRetry(), limits.longestRetry(), random);
        return Mono.defer(() -> dial(node, backoff))
                .then(Mono.defer(() -> Mono.delay(backoff.next(), timers)))
                .repeat(() -> wanted.containsKey(node))
                .subscribe(_ -> {}, failure -> log.error("Keeping the link to {} failed", node, failure));
    }

    private Mono<Void> dial(NodeId node, Backoff backoff) {
        var url = wanted.get(node);
        if (url == null) {
            return Mono.empty();
        }
        return dialer.dial(node, url, timers, socket -> up(node, socket, backoff))
                .doFinally(_ -> down(node))
                .onErrorResume(failure -> {
                    fail(node);
                    // Said once, not at every attempt.
                    log.atLevel(backoff.isFailing() ? Level.DEBUG : Level.WARN)
                            .log("No link to session node {} at {}: {}", node, url, failure.toString());
                    return Mono.empty();
                });
    }

    private void up(NodeId node, LinkSocket socket, Backoff backoff) {
        log.info("Linked to session node {}", node);
        backoff.reset();
        gone.remove(node);
        open.put(node, socket);
        met.add(node);
    }

    // A node that was never linked may be on its way up, or out of this proxy's reach alone.
    private void fail(NodeId node) {
        if (met.contains(node) && !open.containsKey(node)) {
            gone.add(node);
        }
    }

    private void down(NodeId node) {
        if (open.remove(node) != null) {
            log.info("The link to session node {} is gone", node);
        }
    }
}
