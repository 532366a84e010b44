package dev.gatehouse.session.document;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionPatch;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentBus;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.DocumentStore;
import dev.gatehouse.registry.document.StoredDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One document and the sessions of this node that follow it. From any thread; never blocks.
///
/// There is one version for all of them, the newest that is known here: whoever comes gets it as a snapshot. A change
/// that follows on it is told as it is. Any other shows a gap: then the document is read, and all get a snapshot.
final class DocumentWatch implements DocumentBus.Follower {

    static final String NOT_FOUND = "not_found";
    static final String DELETED = "deleted";

    private static final Logger log = LoggerFactory.getLogger(DocumentWatch.class);

    /// Changes that are kept while the document is read. With more of them it is read once more.
    private static final int MAX_HELD = 64;

    private final DocumentKey key;
    private final DocumentStore store;

    /// Called without the lock.
    private final Runnable unused;

    /// Everything below is guarded by this.
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();

    private final List<Change> held = new ArrayList<>();

    /// Absent until it is read, and once it is deleted.
    private @Nullable StoredDocument current;

    private boolean reading;
    private boolean readAgain;

    /// Whether there may be a newer version that could not be read.
    private boolean behind;

    /// @param patch absent where it is deleted
    private record Change(long version, @Nullable JsonText patch) {}

    /// @param unused called when it may be that nobody follows any more
    DocumentWatch(DocumentKey key, DocumentStore store, Runnable unused) {
        this.key = key;
        this.store = store;
        this.unused = unused;
    }

    DocumentKey key() {
        return key;
    }

    /// Lets a session follow: it hears a snapshot first, now or when the document is read, unless it has that
    /// version already.
    synchronized void add(Subscriber subscriber) {
        subscribers.add(subscriber);
        var known = current;
        if (known != null) {
            start(subscriber, known);
        }
    }

    private static void start(Subscriber subscriber, StoredDocument document) {
        if (!subscriber.hasAlready(document.version())) {
            subscriber.peer().tell(snapshot(subscriber.id(), document));
        }
    }

    /// Reads the document if somebody waits for it.
    void start() {
        boolean awaited;
        synchronized (this) {
            awaited = current == null && !reading && !subscribers.isEmpty();
        }
        if (awaited) {
            catchUp();
        }
    }

    /// Tells a follower a snapshot, or leaves that to what waits for one.
    synchronized void renew(Subscriber subscriber) {
        var known = current;
        if (known != null && subscribers.contains(subscriber)) {
            subscriber.peer().tell(snapshot(subscriber.id(), known));
        }
    }

    /// @return the version that it has heard; empty where it has heard none
    synchronized OptionalLong remove(Subscriber subscriber) {
        var known = current;
        if (!subscribers.remove(subscriber) || known == null) {
            return subscriber.known();
        }
        return OptionalLong.of(known.version());
    }

    synchronized boolean isUnused() {
        return subscribers.isEmpty();
    }

    /// Whether there may be a newer version that could not be read.
    synchronized boolean isBehind() {
        return behind;
    }

    @Override
    public void connected() {
        catchUp();
    }

    @Override
    public void changed(long version, JsonText patch) {
        heard(new Change(version, patch));
    }

    @Override
    public void deleted(long version) {
        heard(new Change(version, null));
    }

    private void heard(Change change) {
        boolean gap;
        synchronized (this) {
            if (reading) {
                hold(change);
                return;
            }
            gap = isSetBack(change) || !pass(change);
        }
        if (gap) {
            catchUp();
        } else {
            tidy();
        }
    }

    private void tidy() {
        if (isUnused()) {
            unused.run();
        }
    }

    /// Whether versions have been set back, as after the loss of what the registry had stored last; or this is late.
    private boolean isSetBack(Change change) {
        return current != null && change.version() < current.version();
    }

    private void hold(Change change) {
        if (held.size() < MAX_HELD) {
            held.add(change);
        } else {
            readAgain = true;
        }
    }

    /// @return false if it does not follow on what is known
    private boolean pass(Change change) {
        var before = current;
        if (before == null) {
            return subscribers.isEmpty();
        }
        if (change.version() <= before.version()) {
            return true;
        }
        if (change.version() != before.version() + 1) {
            return false;
        }
        if (change.patch() == null) {
            end(DELETED);
            return true;
        }
        return patch(before, change.version(), change.patch());
    }

    private boolean patch(StoredDocument before, long version, JsonText patch) {
        try {
            current = new StoredDocument(version, JsonPatches.apply(before.value(), patch));
        } catch (DecodeException e) {
            log.warn("A change of {} to version {} does not fit: {}", key, version, e.getMessage());
            return false;
        }
        tellAll(id -> new SubscriptionPatch(id, version, patch));
        return true;
    }

    /// Reads the newest version.
    void catchUp() {
        synchronized (this) {
            readAgain = reading;
            if (reading) {
                return;
            }
            reading = true;
        }
        store.read(key).whenComplete((news, failure) -> {
            boolean again;
            synchronized (this) {
                reading = false;
                behind = failure != null;
                if (failure == null) {
                    take(news);
                } else {
                    log.warn("{} cannot be read: {}", key, failure.toString());
                }
                again = !passHeld() || readAgain;
            }
            if (again && failure == null) {
                catchUp();
            } else {
                tidy();
            }
        });
    }

    private void take(Optional<StoredDocument> news) {
        var before = current;
        if (news.isEmpty()) {
            end(before == null ? NOT_FOUND : DELETED);
            return;
        }
        var now = news.get();
        if (!now.equals(before)) {
            current = now;
            subscribers.forEach(subscriber -> start(subscriber, now));
        }
    }

    /// @return false if there is a gap
    private boolean passHeld() {
        var waiting = List.copyOf(held);
        held.clear();
        for (var change : waiting) {
            if (!pass(change)) {
                return false;
            }
        }
        return true;
    }

    private void end(String reason) {
        current = null;
        tellAll(id -> new SubscriptionEnded(id, reason));
        subscribers.forEach(subscriber -> subscriber.over().run());
        subscribers.clear();
    }

    private void tellAll(LongFunction<ServerMessage.Numbered> message) {
        subscribers.forEach(subscriber -> subscriber.peer().tell(message.apply(subscriber.id())));
    }

    private static SubscriptionSnapshot snapshot(long id, StoredDocument document) {
        return new SubscriptionSnapshot(id, document.version(), document.value());
    }
}
