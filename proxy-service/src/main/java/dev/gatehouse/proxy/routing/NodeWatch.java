package dev.gatehouse.proxy.routing;

import dev.gatehouse.registry.node.NodeRecord;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Keeps the table of live nodes fresh by asking for it again and again.
public final class NodeWatch implements LiveNodes {

    private static final Logger log = LoggerFactory.getLogger(NodeWatch.class);

    private final Supplier<Mono<List<NodeRecord>>> directory;
    private final Consumer<NodeTable> seen;
    private volatile NodeTable table = NodeTable.EMPTY;

    // Said once for each time that it goes away, not every second. Only the watch touches it.
    private volatile boolean away;

    /// @param seen hears every table, changed or not
    public NodeWatch(Supplier<Mono<List<NodeRecord>>> directory, Consumer<NodeTable> seen) {
        this.directory = directory;
        this.seen = seen;
    }

    @Override
    public NodeTable now() {
        return table;
    }

    /// Asks once now and then every `interval`, never twice at a time. Does not end by itself.
    public Flux<NodeTable> watch(Duration interval, Scheduler timers) {
        return Flux.interval(Duration.ZERO, interval, timers)
                .onBackpressureDrop()
                .concatMap(_ -> look(interval, timers), 1);
    }

    private Mono<NodeTable> look(Duration interval, Scheduler timers) {
        return Mono.defer(directory)
                .timeout(interval.multipliedBy(2), timers)
                .map(NodeTable::new)
                .doOnNext(this::see)
                .onErrorResume(this::keep);
    }

    private void see(NodeTable fresh) {
        if (!fresh.equals(table)) {
            log.info(
                    "Live session nodes: {}",
                    fresh.nodes().stream().map(NodeRecord::id).toList());
        }
        table = fresh;
        away = false;
        tell(fresh);
    }

    // A mistake of whoever listens must not end the watch, nor pass for one of the registry's.
    private void tell(NodeTable current) {
        try {
            seen.accept(current);
        } catch (RuntimeException e) {
            log.error("What follows from the live session nodes could not be done", e);
        }
    }

    // Open sessions do not need the registry, so the links that are up stay up while it is away.
    private Mono<NodeTable> keep(Throwable failure) {
        if (!away) {
            log.warn("The registry does not say which session nodes are live: {}", failure.toString());
        }
        away = true;
        tell(table);
        return Mono.empty();
    }
}
