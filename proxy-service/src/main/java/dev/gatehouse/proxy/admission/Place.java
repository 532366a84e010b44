package dev.gatehouse.proxy.admission;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// One place of so many. A socket's is taken by the request that asks for the socket, and goes over to the socket once
/// that is open: it is counted once from the first to the last. Thread-safe.
public final class Place {

    private static final String ATTRIBUTE = Place.class.getName();

    private final Runnable free;
    private final AtomicBoolean held = new AtomicBoolean(true);

    /// @param free makes room for another one
    Place(Runnable free) {
        this.free = free;
    }

    /// Gives it back, once.
    public void giveBack() {
        if (held.compareAndSet(true, false)) {
            free.run();
        }
    }

    /// Leaves it with a request, for whoever claims it first.
    ///
    /// @param request its attributes, a concurrent map
    public void leaveWith(Map<String, Object> request) {
        request.put(ATTRIBUTE, this);
    }

    /// Takes over what was left with a request.
    ///
    /// @param request its attributes, a concurrent map
    /// @return empty where there is none, or another one has claimed it
    public static Optional<Place> claim(Map<String, Object> request) {
        return Optional.ofNullable((Place) request.remove(ATTRIBUTE));
    }
}
