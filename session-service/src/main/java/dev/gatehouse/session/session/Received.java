package dev.gatehouse.session.session;

import dev.gatehouse.model.stream.Inbox;
import java.util.NavigableSet;
import java.util.TreeSet;

/// How far a session's client has been received: what has come, what of that has had its effect,
/// and what another node would know of. Messages may have their effect in another order than they
/// came in; what counts as done has no hole. Single-threaded, as its session.
public final class Received {

    private final Inbox inbox;
    private final Turns turns = new Turns();

    /// What has had its effect while something before it has not. No more than are [#open].
    private final NavigableSet<Long> ahead = new TreeSet<>();

    /// How far the journal says that the client has been received.
    private long journalled;

    /// How far the stored session says so.
    private long saved;

    /// @param before how far it was received by another node; 0 for none
    Received(long before) {
        this.inbox = new Inbox(before);
        this.journalled = before;
        this.saved = before;
    }

    Inbox.Verdict receive(long number) {
        return inbox.receive(number);
    }

    /// The highest number that has come.
    long highest() {
        return inbox.received();
    }

    /// In which order what has come has its effect.
    public Turns turns() {
        return turns;
    }

    /// Says that a message has had its effect, wherever that has to be stored. The client hears of
    /// it once everything before it has as well, and another node would know.
    public void settle(long number) {
        if (number <= inbox.handled()) {
            return;
        }
        ahead.add(number);
        while (!ahead.isEmpty() && ahead.first() == inbox.handled() + 1) {
            inbox.markHandled(ahead.removeFirst());
        }
    }

    /// Says that a message has had its effect, and that the journal has its number.
    public void journalled(long number) {
        journalled = Math.max(journalled, number);
        settle(number);
    }

    /// A stored session says so.
    void saved(long upTo) {
        saved = Math.max(saved, upTo);
    }

    /// Everything up to this number has had its effect.
    long settled() {
        return inbox.handled();
    }

    /// What the client may forget: it has had its effect, and another node would know.
    long durable() {
        return Math.max(saved, Math.min(journalled, inbox.handled()));
    }

    /// How far the next owner would know that the client was received, if this one were lost now: every
    /// flush up to there is in the model, while a call before may still be open.
    long known() {
        return Math.max(saved, journalled);
    }

    /// How many messages have come since the first one that has not had its effect, that one
    /// included.
    public long open() {
        return inbox.received() - inbox.handled();
    }
}
