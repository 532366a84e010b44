package dev.gatehouse.session.player.owner;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.lease.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.AmortizedPQueue;
import org.pcollections.PQueue;

/// Holds back what a player's decisions show outside until the decisions are in the journal, and keeps both in
/// order.
final class WriteGate {

    private final Lease lease;

    /// The index of the first entry that waits.
    private long nextIndex;

    private List<ByteString> waiting = new ArrayList<>();
    private List<Effect> afterWaiting = new ArrayList<>();
    private long waitingBytes;

    /// What is being written, and what is shown when it is, or when the gate opens next.
    private @Nullable Append underWay;

    private long bytesUnderWay;
    private List<Effect> afterUnderWay = new ArrayList<>();

    /// What is being shown just now, and its turn has not come yet. Takes no room while nothing is.
    private PQueue<Effect> showing = AmortizedPQueue.empty();

    /// @param shown once what was decided before is in the journal
    /// @param never in its place, where that will not be
    private record Effect(Runnable shown, Runnable never) {}

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
    ///
    /// @param never told in its place if the gate is [#shut] before
    void afterwards(Runnable effect, Runnable never) {
        if (!waiting.isEmpty()) {
            afterWaiting.add(new Effect(effect, never));
        } else if (!isEmpty()) {
            afterUnderWay.add(new Effect(effect, never));
        } else if (!showing.isEmpty()) {
            showing = showing.plus(new Effect(effect, never));
        } else {
            effect.run();
        }
    }

    /// Shows something when the gate is [#open]ed next, though nothing is under way. Only while it [#isEmpty].
    ///
    /// @param never told in its place if the gate is [#shut] before
    void hold(Runnable effect, Runnable never) {
        afterUnderWay.add(new Effect(effect, never));
    }

    int waiting() {
        return waiting.size();
    }

    long waitingBytes() {
        return waitingBytes;
    }

    /// Of what was taken last.
    long bytesUnderWay() {
        return bytesUnderWay;
    }

    boolean isWriting() {
        return underWay != null;
    }

    /// Whether everything decided is in the journal.
    boolean isWritten() {
        return waiting.isEmpty() && underWay == null;
    }

    /// Whether nothing is decided that is not in the journal, or not shown.
    boolean isEmpty() {
        return isWritten() && afterUnderWay.isEmpty();
    }

    /// Takes all entries that wait; or once more those that were taken, as long as it is not known that they are
    /// stored.
    Optional<Append> take() {
        if (underWay == null && !waiting.isEmpty()) {
            underWay = new Append(lease, nextIndex, waiting);
            bytesUnderWay = waitingBytes;
            afterUnderWay = afterWaiting;
            nextIndex += waiting.size();
            waiting = new ArrayList<>();
            afterWaiting = new ArrayList<>();
            waitingBytes = 0;
        }
        return Optional.ofNullable(underWay);
    }

    /// What was taken is in the journal: shows what depended on it.
    ///
    /// @param runner runs each effect, so that one that fails does not keep the others from theirs
    void open(Consumer<Runnable> runner) {
        underWay = null;
        showing = showing.plusAll(afterUnderWay);
        afterUnderWay = new ArrayList<>();
        while (!showing.isEmpty()) {
            // Until it is over it stands here: what it asks for comes behind the others.
            runner.accept(showing.element().shown());
            showing = showing.minus();
        }
    }

    /// Nothing more will be in the journal: shows nothing that depended on it.
    void shut(Consumer<Runnable> runner) {
        var effects = new ArrayList<>(afterUnderWay);
        effects.addAll(afterWaiting);
        afterUnderWay = new ArrayList<>();
        afterWaiting = new ArrayList<>();
        effects.forEach(effect -> runner.accept(effect.never()));
    }

    /// The index of the last entry that is in the journal or on its way there.
    long lastIndex() {
        return nextIndex - 1;
    }
}
