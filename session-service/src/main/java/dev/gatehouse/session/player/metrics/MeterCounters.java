package dev.gatehouse.session.player.metrics;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.desync.NotKept;
import dev.gatehouse.session.player.world.Counters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
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
            meters.counter(PREFIX + "flushes", "result", tag(result));
        }
        for (var why : NotKept.values()) {
            meters.counter(PREFIX + "desyncs.not.kept", "why", tag(why));
        }
        meters.counter(PREFIX + "started");
        meters.counter(PREFIX + "fenced");
        meters.counter(PREFIX + "repaired");
        for (boolean sameLogic : new boolean[] {true, false}) {
            replayedOtherwise(meters, sameLogic);
        }
        for (boolean isLater : new boolean[] {true, false}) {
            unreadable(meters, isLater);
        }
    }

    private static Counter unreadable(MeterRegistry meters, boolean isLater) {
        return meters.counter(PREFIX + "unreadable", "why", isLater ? "later" : "unreadable");
    }

    private static Counter replayedOtherwise(MeterRegistry meters, boolean sameLogic) {
        return meters.counter(PREFIX + "replayed.otherwise", "logic", sameLogic ? "same" : "other");
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void started() {
        meters.counter(PREFIX + "started").increment();
    }

    @Override
    public void resume(boolean resumed) {
        meters.counter(PREFIX + "resumes", "result", resumed ? "resumed" : "refused")
                .increment();
    }

    @Override
    public void refused(ConnectionError why) {
        meters.counter(PREFIX + "refused", "code", why.wireName()).increment();
    }

    @Override
    public void ended(ConnectionError why) {
        meters.counter(PREFIX + "ended", "code", why.wireName()).increment();
    }

    @Override
    public void flush(FlushResult result) {
        meters.counter(PREFIX + "flushes", "result", tag(result)).increment();
    }

    @Override
    public void serverAction(ActionMode mode) {
        meters.counter(PREFIX + "server.actions", "mode", tag(mode)).increment();
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
    public void replayedOtherwise(boolean sameLogic) {
        replayedOtherwise(meters, sameLogic).increment();
    }

    @Override
    public void unreadable(boolean isLater) {
        unreadable(meters, isLater).increment();
    }

    @Override
    public void desyncNotKept(NotKept why) {
        meters.counter(PREFIX + "desyncs.not.kept", "why", tag(why)).increment();
    }

    @Override
    public void sessions(int change) {
        sessions.addAndGet(change);
    }
}
