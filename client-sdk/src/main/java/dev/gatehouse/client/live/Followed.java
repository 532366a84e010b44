package dev.gatehouse.client.live;

import dev.gatehouse.client.calls.Outlet;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionPatch;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One document on the server's side of the line, for any number of listeners on ours.
final class Followed {

    /// What a patch has done.
    enum Patched {
        APPLIED,
        /// A snapshot is on its way, which makes it needless.
        NEEDLESS,
        /// It does not follow on what is here.
        UNFIT
    }

    private final String name;
    private final Outlet outlet;
    private final List<DocumentListener> listeners = new ArrayList<>();
    private @Nullable Document current;
    private boolean isFresh;
    long id;

    Followed(String name, Outlet outlet, long id) {
        this.name = name;
        this.outlet = outlet;
        this.id = id;
    }

    String name() {
        return name;
    }

    Optional<Document> current() {
        return Optional.ofNullable(current);
    }

    /// Waits for a snapshot from here on.
    void awaitSnapshot() {
        isFresh = false;
    }

    void add(DocumentListener listener) {
        listeners.add(listener);
        var known = current;
        if (known != null && isFresh) {
            outlet.tell(() -> listener.onSnapshot(known));
        }
    }

    /// @return whether nobody is left
    boolean remove(DocumentListener listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    void snapshot(SubscriptionSnapshot message) {
        var now = new Document(name, message.version(), message.value());
        current = now;
        isFresh = true;
        tell(listener -> listener.onSnapshot(now));
    }

    Patched patch(SubscriptionPatch message) {
        var before = current;
        if (before == null || !isFresh) {
            return Patched.NEEDLESS;
        }
        if (message.version() != before.version() + 1) {
            return Patched.UNFIT;
        }
        try {
            var now = new Document(name, message.version(), JsonPatches.apply(before.value(), message.patch()));
            current = now;
            tell(listener -> listener.onChanged(before, now, message.patch()));
            return Patched.APPLIED;
        } catch (DecodeException e) {
            return Patched.UNFIT;
        }
    }

    void ended(String reason) {
        current = null;
        tell(listener -> listener.onEnded(reason));
        listeners.clear();
    }

    private void tell(Consumer<DocumentListener> what) {
        for (var listener : listeners) {
            outlet.tell(() -> what.accept(listener));
        }
    }
}
