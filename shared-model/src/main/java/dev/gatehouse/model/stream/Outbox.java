package dev.gatehouse.model.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Numbers what is sent from 1 on, and keeps it until the other end has acknowledged it, so that it can
/// be sent again on another socket.
///
/// Bounded by [Bounds]: what is past them is dropped, never the newer frame for the older. The stream
/// goes on while its socket lives; only resuming from before what was dropped is no longer possible, and
/// [#after] says so. Not safe for use by several threads.
///
/// @param <F> a frame, in whatever form the caller sends it
public final class Outbox<F> {

    private record Kept<F>(Sent<F> sent, int bytes, long addedNanos) {}

    private final Bounds bounds;
    private final long maxAgeNanos;
    private final ArrayDeque<Kept<F>> kept = new ArrayDeque<>();
    private long keptBytes;
    private long lastNumber;
    private long acknowledged;

    public Outbox(Bounds bounds) {
        this.bounds = bounds;
        this.maxAgeNanos = bounds.maxAge().toNanos();
    }

    /// Goes on with what another outbox kept. The age of its frames starts anew.
    ///
    /// @param lastNumber the number of the last frame that was added
    /// @param acknowledged the highest number that the other end has acknowledged
    /// @param frames those that were kept, oldest first: the last one has `lastNumber`
    /// @param bytes the size of a frame
    /// @param nowNanos monotonic time, such as `System.nanoTime`
    public static <F> Outbox<F> goingOn(
            Bounds bounds, long lastNumber, long acknowledged, List<F> frames, ToIntFunction<F> bytes, long nowNanos) {
        if (acknowledged < 0 || acknowledged > lastNumber || frames.size() > lastNumber) {
            throw new IllegalArgumentException("lastNumber=%d acknowledged=%d frames=%d (expected: lastNumber highest)"
                    .formatted(lastNumber, acknowledged, frames.size()));
        }
        var outbox = new Outbox<F>(bounds);
        outbox.lastNumber = lastNumber - frames.size();
        outbox.acknowledged = acknowledged;
        frames.forEach(frame -> outbox.add(frame, bytes.applyAsInt(frame), nowNanos));
        return outbox;
    }

    /// The number that the next frame gets. For callers who write the number into the frame before they
    /// add it.
    public long nextNumber() {
        return lastNumber + 1;
    }

    /// Keeps a frame and gives it its number.
    ///
    /// @param bytes the frame's size, 0 or more
    /// @param nowNanos monotonic time, such as `System.nanoTime`
    public long add(F frame, int bytes, long nowNanos) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes: " + bytes + " (expected: >= 0)");
        }
        lastNumber++;
        kept.addLast(new Kept<>(new Sent<>(lastNumber, frame), bytes, nowNanos));
        keptBytes += bytes;
        trim(nowNanos);
        return lastNumber;
    }

    /// Forgets what the other end has received. An acknowledgement older than an earlier one changes
    /// nothing.
    ///
    /// @return false where the other end claims what was never sent: it does not follow the protocol
    public boolean acknowledge(long received) {
        if (received < 0 || received > lastNumber) {
            return false;
        }
        acknowledged = Math.max(acknowledged, received);
        while (!kept.isEmpty() && kept.getFirst().sent().number() <= acknowledged) {
            dropOldest();
        }
        return true;
    }

    /// What the other end has not received, oldest first. Changes nothing: asking twice gives the same
    /// answer.
    ///
    /// @param received the highest number that the other end has received in order; 0 for none
    /// @return empty where the stream cannot be resumed from there: a frame after `received` is no
    ///     longer kept, or nothing was ever sent under that number
    public Optional<List<Sent<F>>> after(long received) {
        if (received < firstResumable() || received > lastNumber) {
            return Optional.empty();
        }
        var missed = new ArrayList<Sent<F>>();
        for (var entry : kept) {
            if (entry.sent().number() > received) {
                missed.add(entry.sent());
            }
        }
        return Optional.of(List.copyOf(missed));
    }

    /// Drops what has grown too old. Adding does this as well; call it from time to time where nothing
    /// is added.
    ///
    /// @param nowNanos monotonic time, such as `System.nanoTime`
    public void trim(long nowNanos) {
        while (!kept.isEmpty() && isPastABound(kept.getFirst(), nowNanos)) {
            dropOldest();
        }
    }

    /// Whether a frame was dropped that the other end has not acknowledged: resuming from its last
    /// acknowledgement is not possible.
    public boolean overflowed() {
        return firstResumable() > acknowledged;
    }

    /// The highest number that the other end has acknowledged; 0 before the first.
    public long acknowledged() {
        return acknowledged;
    }

    /// What is kept now, oldest first.
    public List<Sent<F>> all() {
        return kept.stream().map(Kept::sent).toList();
    }

    /// The frames that are kept now.
    public int count() {
        return kept.size();
    }

    /// The bytes of the frames that are kept now.
    public long bytes() {
        return keptBytes;
    }

    /// Whether half of what it may keep is free. Where it is not, the other end acknowledges too slowly for frames
    /// that can wait.
    public boolean isHalfFree() {
        return kept.size() <= bounds.maxCount() / 2 && keptBytes <= bounds.maxBytes() / 2;
    }

    private long firstResumable() {
        return lastNumber - kept.size();
    }

    private boolean isPastABound(Kept<F> oldest, long nowNanos) {
        return kept.size() > bounds.maxCount()
                || keptBytes > bounds.maxBytes()
                || nowNanos - oldest.addedNanos() > maxAgeNanos;
    }

    private void dropOldest() {
        keptBytes -= kept.removeFirst().bytes();
    }
}
