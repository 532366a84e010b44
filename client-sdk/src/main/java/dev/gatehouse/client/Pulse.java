package dev.gatehouse.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Watches over one session's socket: when to ask for a sign of life, how long an answer took, and
/// when there is nobody any more. A socket that lost either direction is noticed within two keep-alive
/// intervals. Pure; one owner.
final class Pulse {

    /// The first question on a socket comes early, so that a round trip is known.
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final long keepAlive;
    private long heardAt;
    private long askedAt;
    private long lastId;

    /// The id of the oldest question without an answer; 0 for none.
    private long open;

    private long openSince;
    private @Nullable Duration roundTrip;

    Pulse(Duration keepAlive, long nowNanos) {
        this.keepAlive = keepAlive.toNanos();
        onSocket(nowNanos);
    }

    /// There is a new socket.
    void onSocket(long nowNanos) {
        heardAt = nowNanos;
        askedAt = nowNanos - keepAlive + Math.min(keepAlive, FIRST.toNanos());
        open = 0;
    }

    /// Something came from the server.
    void heard(long nowNanos) {
        heardAt = nowNanos;
    }

    boolean isLost(long nowNanos) {
        return nowNanos - heardAt > 2 * keepAlive;
    }

    /// Whether to ask now. However much there is to send: a server that waits for its journal answers
    /// nothing else.
    boolean isDue(long nowNanos) {
        return nowNanos - askedAt >= keepAlive;
    }

    /// @return the id of the question
    long ask(long nowNanos) {
        askedAt = nowNanos;
        lastId++;
        if (open == 0) {
            open = lastId;
            openSince = nowNanos;
        }
        return lastId;
    }

    /// An answer to what was not asked, or not on this socket, is ignored.
    void answered(long id, long nowNanos) {
        if (open != 0 && id == open) {
            roundTrip = Duration.ofNanos(nowNanos - openSince);
            open = 0;
        } else if (open != 0 && id > open && id <= lastId) {
            open = 0;
        }
    }

    /// Whether the server is late with an answer, by a quarter of the interval.
    boolean isLate(long nowNanos) {
        return open != 0 && nowNanos - openSince > keepAlive / 4;
    }

    /// Of the last question that was answered.
    Optional<Duration> roundTrip() {
        return Optional.ofNullable(roundTrip);
    }
}
