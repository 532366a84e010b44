package dev.gatehouse.instance.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Whether the silence of a server says anything. While the store is away no server can be heard. Once it is back, and
/// when a node has just started, silence says nothing before every server has had its whole time to be heard again.
/// Safe to use from several threads.
public final class Hearing {

    private final Duration silence;
    private final InstantSource time;
    private @Nullable Instant answersSince; // Absent while the store is away. Guarded by this.

    public Hearing(Deadlines deadlines, InstantSource time) {
        this.silence = deadlines.silence();
        this.time = time;
    }

    public synchronized void storeAnswered() {
        if (answersSince == null) {
            answersSince = time.instant();
        }
    }

    public synchronized void storeIsAway() {
        answersSince = null;
    }

    /// Whether the store has answered for long enough that a well server has been heard.
    public synchronized boolean isGood() {
        return answersSince != null && !time.instant().isBefore(answersSince.plus(silence));
    }
}
