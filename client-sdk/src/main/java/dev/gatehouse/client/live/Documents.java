package dev.gatehouse.client.live;

import dev.gatehouse.client.calls.Outlet;
import dev.gatehouse.model.protocol.ClientMessage.Subscribe;
import dev.gatehouse.model.protocol.ClientMessage.Unsubscribe;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionPatch;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The documents that this client follows. Two subscriptions of one document are one for the server,
/// until the last of them is closed. Internal; guarded by the session's lock.
public final class Documents {

    /// Documents that may be followed at once.
    public static final int MAX_DOCUMENTS = 256;

    private final Outlet outlet;
    private final Map<String, Followed> byName = new LinkedHashMap<>();
    private final Map<Long, Followed> byId = new HashMap<>();
    private long ids;

    public Documents(Outlet outlet) {
        this.outlet = outlet;
    }

    /// Without a session at the moment, the next one asks for it.
    ///
    /// @throws IllegalStateException if too many are followed already
    public Subscription subscribe(String document, DocumentListener listener) {
        var followed = byName.get(document);
        if (followed == null) {
            if (byName.size() >= MAX_DOCUMENTS) {
                throw new IllegalStateException("documents: " + MAX_DOCUMENTS + " (expected: fewer)");
            }
            followed = new Followed(document, outlet, 0);
            if (outlet.isRunning()) {
                open(followed);
            }
            byName.put(document, followed);
        }
        followed.add(listener);
        return handle(followed, listener);
    }

    private void open(Followed followed) {
        followed.awaitSnapshot();
        followed.id = ++ids;
        outlet.say(new Subscribe(followed.id, followed.name()));
        byId.put(followed.id, followed);
    }

    private Subscription handle(Followed followed, DocumentListener listener) {
        return new Subscription() {

            private boolean isClosed;

            @Override
            public Optional<Document> current() {
                var result = new Object() {
                    Optional<Document> now = Optional.empty();
                };
                outlet.locked(() -> result.now = isClosed ? Optional.empty() : followed.current());
                return result.now;
            }

            @Override
            public void close() {
                outlet.locked(() -> {
                    if (!isClosed) {
                        isClosed = true;
                        drop(followed, listener);
                    }
                });
            }
        };
    }

    private void drop(Followed followed, DocumentListener listener) {
        boolean isLast = followed.remove(listener);
        if (isLast && byName.remove(followed.name(), followed)) {
            stop(followed);
        }
    }

    private void stop(Followed followed) {
        if (byId.remove(followed.id, followed) && outlet.isRunning()) {
            outlet.say(new Unsubscribe(followed.id));
        }
    }

    /// What nobody follows any more is dropped.
    public void snapshot(SubscriptionSnapshot message) {
        var followed = byId.get(message.id());
        if (followed != null) {
            followed.snapshot(message);
        }
    }

    /// A patch that does not follow on what is here does no harm: the document is asked for anew.
    public void patch(SubscriptionPatch message) {
        var followed = byId.get(message.id());
        if (followed != null && followed.patch(message) == Followed.Patched.UNFIT) {
            stop(followed);
            open(followed);
        }
    }

    public void ended(SubscriptionEnded message) {
        var followed = byId.remove(message.id());
        if (followed != null) {
            byName.remove(followed.name(), followed);
            followed.ended(message.reason());
        }
    }

    /// The session has lost something with its owner: snapshots come by themselves.
    public void awaitSnapshots() {
        byId.values().forEach(Followed::awaitSnapshot);
    }

    /// The session is gone.
    public void abandon() {
        byId.clear();
    }

    /// A new session has begun: asks for every document again.
    public void restore() {
        byName.values().forEach(this::open);
    }
}
