package dev.gatehouse.client;

import dev.gatehouse.model.protocol.ServerMessage.Move;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A change of sockets that the server has asked for: a second socket opens while the first goes on,
/// and takes over once the session has resumed there. Guarded by the core's lock.
final class Relocation {

    private final Alarm alarm;
    private final RandomGenerator random;
    private final Duration retryAfter;
    private final Supplier<Attempt> opening;
    private @Nullable Attempt next;

    /// @param retryAfter the pause after a second socket that came to nothing
    /// @param opening opens the second socket
    Relocation(Alarm alarm, RandomGenerator random, Duration retryAfter, Supplier<Attempt> opening) {
        this.alarm = alarm;
        this.random = random;
        this.retryAfter = retryAfter;
        this.opening = opening;
    }

    /// Opens a second socket at a random point of the window, so that a server's clients do not leave
    /// it all at once.
    void asked(Move move) {
        if (next == null) {
            double within = Math.max(0, move.withinMillis()) * random.nextDouble();
            alarm.in(Duration.ofMillis(Math.max(0, move.afterMillis()) + (long) within), this::open);
        }
    }

    private void open() {
        var second = opening.get();
        next = second;
        second.begin();
    }

    boolean is(Attempt attempt) {
        return next == attempt;
    }

    /// Whether the server may have heard of the second socket, and may have given it the session
    /// already.
    boolean mayHaveHappened() {
        return next != null && next.hasSaidHello();
    }

    /// The second socket came to nothing. The first one goes on, and there will be another try.
    ///
    /// @param retry false where another try would come to nothing either
    void failed(boolean retry) {
        drop();
        if (retry) {
            alarm.in(retryAfter, this::open);
        }
    }

    /// Hands the second socket over.
    ///
    /// @return null if there is none
    @Nullable
    Attempt take() {
        var taken = next;
        next = null;
        alarm.stop();
        return taken;
    }

    /// Nothing comes of it.
    void stop() {
        alarm.stop();
        drop();
    }

    private void drop() {
        if (next != null) {
            next.drop();
            next = null;
        }
    }
}
