package dev.gatehouse.proxy.admission;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Counts the sockets that are about to open with those that are, so that of two that come at once one alone finds the
/// last place free. Thread-safe.
public final class SocketCount {

    private final IntSupplier open;
    private final AtomicInteger arriving = new AtomicInteger();

    /// @param open how many sockets there are
    public SocketCount(IntSupplier open) {
        this.open = open;
    }

    /// One more comes. To be followed by [#arrived], whatever becomes of it.
    ///
    /// @return how many places are taken already
    public int arrives() {
        // In this order a socket that opens meanwhile counts twice, and never not at all.
        int before = arriving.getAndIncrement();
        return before + open.getAsInt();
    }

    /// It is open by now, or will never be.
    public void arrived() {
        arriving.decrementAndGet();
    }
}
