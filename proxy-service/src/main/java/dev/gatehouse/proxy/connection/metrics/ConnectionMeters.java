package dev.gatehouse.proxy.connection.metrics;

import dev.gatehouse.model.error.ConnectionError;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts handshakes, what became of them, and how sessions' sockets ended. Safe to use from any thread.
public final class ConnectionMeters {

    private static final String HANDSHAKES = "gatehouse.proxy.handshakes";
    private static final String RESULT = "result";

    private final MeterRegistry meters;

    public ConnectionMeters(MeterRegistry meters) {
        this.meters = meters;
        // There from the start, so that a rate over the first handshake is not lost.
        meters.counter(HANDSHAKES, RESULT, "started");
        meters.counter(HANDSHAKES, RESULT, "resumed");
    }

    public void sessionOpened(boolean resumed) {
        meters.counter(HANDSHAKES, RESULT, resumed ? "resumed" : "started").increment();
    }

    /// A socket that the proxy closes.
    ///
    /// @param inSession whether its handshake was over
    public void closed(ConnectionError why, boolean inSession) {
        if (inSession) {
            meters.counter("gatehouse.proxy.connections.closed", "code", why.wireName())
                    .increment();
        } else {
            meters.counter(HANDSHAKES, RESULT, why.wireName()).increment();
        }
    }

    /// A session's node is gone, and its socket stayed open.
    ///
    /// @param found whether another node goes on with the session
    public void reattached(boolean found) {
        meters.counter("gatehouse.proxy.reattachments", RESULT, found ? "found" : "refused")
                .increment();
    }

    /// A session is held back because its client is slow.
    public void paused() {
        meters.counter("gatehouse.proxy.pauses").increment();
    }
}
