package dev.gatehouse.session.document;

import dev.gatehouse.registry.document.DocumentBus;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.DocumentStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// The documents that sessions of this node follow: each is kept once, from the first follower to the last. From any
/// thread; never blocks.
public final class DocumentWatches {

    private final DocumentStore store;
    private final DocumentBus bus;

    /// Guarded by this.
    private final Map<DocumentKey, DocumentWatch> watches = new HashMap<>();

    public DocumentWatches(DocumentStore store, DocumentBus bus) {
        this.store = store;
        this.bus = bus;
    }

    /// Lets a session follow, unless it does not want to any more. Whoever takes the wish back does so before
    /// [#remove]: whichever of the two comes first, nothing is left.
    ///
    /// @param wanted asked under the lock
    synchronized void addIf(BooleanSupplier wanted, DocumentKey document, Subscriber subscriber) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        var known = watches.get(document);
        var watch = known == null ? new DocumentWatch(document, store, () -> tidy(document)) : known;
        // First, so that nobody finds the watch unused.
        watch.add(subscriber);
        if (known == null) {
            watches.put(document, watch);
            bus.follow(document, watch);
        }
        watch.start();
    }

    /// @return the version that it has heard; empty where it has heard none
    synchronized OptionalLong remove(DocumentKey document, Subscriber subscriber) {
        var watch = watches.get(document);
        if (watch == null) {
            return subscriber.known();
        }
        var heard = watch.remove(subscriber);
        tidy(document);
        return heard;
    }

    /// Tells a follower a snapshot, as soon as there is one.
    synchronized void renew(DocumentKey document, Subscriber subscriber) {
        var watch = watches.get(document);
        if (watch != null) {
            watch.renew(subscriber);
        }
    }

    private synchronized void tidy(DocumentKey document) {
        var watch = watches.get(document);
        if (watch != null && watch.isUnused()) {
            watches.remove(document);
            bus.unfollow(document);
        }
    }

    /// Reads what could not be read before.
    public void catchUp() {
        bus.retry();
        behind().forEach(DocumentWatch::catchUp);
    }

    private synchronized List<DocumentWatch> behind() {
        return watches.values().stream().filter(DocumentWatch::isBehind).toList();
    }
}
