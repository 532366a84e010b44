package dev.gatehouse.client;

import dev.gatehouse.client.recovery.Recovery;
import dev.gatehouse.client.recovery.Trouble;
import dev.gatehouse.model.error.ConnectionError;
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
    private final Recovery retries;
    private final Supplier<Attempt> opening;
    private @Nullable Attempt next;

    /// @param pauses after a second socket that came to nothing, without the first one
    /// @param opening opens the second socket
    Relocation(Alarm alarm, RandomGenerator random, Timing.Reconnect pauses, Supplier<Attempt> opening) {
        this.alarm = alarm;
        this.random = random;
        this.retries = new Recovery(pauses.withoutFirst(), random);
        this.opening = opening;
    }

    /// Opens a second socket at a random point of the window, so that a server's clients do not leave
    /// it all at once.
    void asked(Move move, long nowNanos) {
        if (next == null) {
            retries.troubled(nowNanos);
            retries.running();
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

    /// The second socket came to nothing. The first one goes on, and there will be another try unless
    /// that would come to nothing either: later each time, and not before the server wants it. The window
    /// does not cut the pauses short: all whose tries fail would come at its end. Who is too late for it
    /// loses the first socket (4040), and resumes.
    void failed(Trouble why, long nowNanos) {
        drop();
        if (why.advice().reconnects() && !why.is(ConnectionError.FAILED_TO_RESUME_SESSION)) {
            retries.pauseAfter(why, nowNanos).ifPresent(pause -> alarm.in(pause, this::open));
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
