package dev.gatehouse.session.player;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.lease.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds back what a player's decisions show outside until the decisions are in the journal, and keeps both in
/// order.
final class WriteGate {

    private final Lease lease;

    /// The index of the first entry that waits.
    private long nextIndex;

    private List<ByteString> waiting = new ArrayList<>();
    private List<Runnable> afterWaiting = new ArrayList<>();
    private long waitingBytes;

    /// What is being written, and what is shown when it is.
    private @Nullable Append underWay;

    private List<Runnable> afterUnderWay = new ArrayList<>();

    /// @param nextIndex the index of the first entry to come
    WriteGate(Lease lease, long nextIndex) {
        this.lease = lease;
        this.nextIndex = nextIndex;
    }

    void add(ByteString entry) {
        waiting.add(entry);
        waitingBytes += entry.size();
    }

    /// Shows something once everything decided so far is in the journal: at once, if it is already.
    void afterwards(Runnable effect) {
        if (!waiting.isEmpty()) {
            afterWaiting.add(effect);
        } else if (underWay != null) {
            afterUnderWay.add(effect);
        } else {
            effect.run();
        }
    }

    int waiting() {
        return waiting.size();
    }

    long waitingBytes() {
        return waitingBytes;
    }

    boolean isWriting() {
        return underWay != null;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && underWay == null;
    }

    /// Takes all entries that wait; or once more those that were taken, as long as it is not known that they are
    /// stored.
    Optional<Append> take() {
        if (underWay == null && !waiting.isEmpty()) {
            underWay = new Append(lease, nextIndex, waiting);
            afterUnderWay = afterWaiting;
            nextIndex += waiting.size();
            waiting = new ArrayList<>();
            afterWaiting = new ArrayList<>();
            waitingBytes = 0;
        }
        return Optional.ofNullable(underWay);
    }

    /// What was taken is in the journal: shows what depended on it.
    void open() {
        var effects = afterUnderWay;
        underWay = null;
        afterUnderWay = new ArrayList<>();
        effects.forEach(Runnable::run);
    }

    /// The index of the last entry that is in the journal or on its way there.
    long lastIndex() {
        return nextIndex - 1;
    }
}
