package dev.gatehouse.session.player.metrics;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.Counters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts for Prometheus. Tag values are enum names.
public final class MeterCounters implements Counters {

    private static final String PREFIX = "gatehouse.session.";

    private final MeterRegistry meters;
    private final AtomicInteger sessions;

    public MeterCounters(MeterRegistry meters) {
        this.meters = meters;
        this.sessions = meters.gauge(PREFIX + "sessions", new AtomicInteger());
        // Present from the start, so that a rate over the first one is seen.
        for (var result : FlushResult.values()) {
            meters.counter(PREFIX + "flushes", "result", result.name());
        }
        meters.counter(PREFIX + "started");
        meters.counter(PREFIX + "fenced");
        meters.counter(PREFIX + "repaired");
    }

    @Override
    public void started() {
        meters.counter(PREFIX + "started").increment();
    }

    @Override
    public void resume(boolean resumed) {
        meters.counter(PREFIX + "resumes", "result", resumed ? "RESUMED" : "REFUSED")
                .increment();
    }

    @Override
    public void refused(ConnectionError why) {
        meters.counter(PREFIX + "refused", "code", why.name()).increment();
    }

    @Override
    public void ended(ConnectionError why) {
        meters.counter(PREFIX + "ended", "code", why.name()).increment();
    }

    @Override
    public void flush(FlushResult result) {
        meters.counter(PREFIX + "flushes", "result", result.name()).increment();
    }

    @Override
    public void serverAction(ActionMode mode) {
        meters.counter(PREFIX + "server.actions", "mode", mode.name()).increment();
    }

    @Override
    public void fenced() {
        meters.counter(PREFIX + "fenced").increment();
    }

    @Override
    public void repaired() {
        meters.counter(PREFIX + "repaired").increment();
    }

    @Override
    public void sessions(int change) {
        sessions.addAndGet(change);
    }
}
