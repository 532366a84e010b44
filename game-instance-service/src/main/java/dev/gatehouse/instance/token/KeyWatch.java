package dev.gatehouse.instance.token;

import dev.gatehouse.instance.token.SigningKeys.Rules;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the keys over and over, so that a new one needs no restart. Keys that cannot be read, or that are damaged,
/// leave the known ones as they are. Safe to use from any thread.
public final class KeyWatch implements Supplier<SigningKeys> {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final PrivateKeys source;
    private final InstantSource time;
    private final KeyMetrics metrics;
    private volatile SigningKeys keys;
    private String signer; // This and failing: only the turns touch them.
    private boolean failing;

    /// Reads the keys for the first time.
    ///
    /// @throws IOException if they cannot be read
    /// @throws IllegalArgumentException if they are no keys
    public KeyWatch(PrivateKeys source, Rules rules, InstantSource time, KeyMetrics metrics) throws IOException {
        this.source = source;
        this.time = time;
        this.metrics = metrics;
        this.keys = SigningKeys.of(source.read(), rules);
        this.signer = keys.signer(time.instant()).name();
        LOG.info("key {} signs", signer);
    }

    @Override
    public SigningKeys get() {
        return keys;
    }

    /// How many keys are published.
    public int size() {
        return keys.published().size();
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        var now = time.instant();
        try {
            keys = keys.with(source.read(), now);
            failing = false;
            metrics.read(true);
        } catch (IOException | RuntimeException e) {
            keys = keys.at(now);
            metrics.read(false);
            if (!failing) {
                LOG.error("the keys cannot be read, those that are known go on: {}", e.toString());
            }
            failing = true;
        }
        var signs = keys.signer(now).name();
        if (!signs.equals(signer)) {
            LOG.info("key {} signs from now on in place of {}", signs, signer);
            signer = signs;
        }
    }
}
