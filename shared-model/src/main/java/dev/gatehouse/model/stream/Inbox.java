package dev.gatehouse.model.stream;

/// Tells new numbers from seen ones, and remembers how far the other end may be told that its messages
/// have been handled. Not safe for use by several threads.
///
/// Receiving and handling are two counters, because an acknowledgement is a promise: a server that has
/// received a flush but not yet written it to its journal must neither run it twice nor acknowledge it.
public final class Inbox {

    /// What to do with a message.
    public enum Verdict {
        /// The next one: handle it.
        NEW,
        /// Was here before: drop it.
        SEEN,
        /// A number before it is missing, or it is no number at all. The other end does not follow the
        /// protocol, since sockets keep order.
        GAP
    }

    private long received;
    private long handled;

    /// For a stream that begins here.
    public Inbox() {
        this(0);
    }

    /// For a stream that goes on here.
    ///
    /// @param received the highest number that was received before, in order; all of them are done
    public Inbox(long received) {
        if (received < 0) {
            throw new IllegalArgumentException("received: " + received + " (expected: >= 0)");
        }
        this.received = received;
        this.handled = received;
    }

    /// Takes a message's number. A [Verdict#NEW] one counts as received from here on.
    public Verdict receive(long number) {
        if (number < 1 || number > received + 1) {
            return Verdict.GAP;
        }
        if (number <= received) {
            return Verdict.SEEN;
        }
        received = number;
        return Verdict.NEW;
    }

    /// Says that the message of this number, and every one before it, is done: its effect is as durable
    /// as it has to be.
    ///
    /// @throws IllegalArgumentException for a number that was never received
    public void markHandled(long number) {
        if (number < 1 || number > received) {
            throw new IllegalArgumentException("number: " + number + " (expected: 1 to " + received + ")");
        }
        handled = Math.max(handled, number);
    }

    /// The highest number received in order; 0 before the first.
    public long received() {
        return received;
    }

    /// The highest number that is done; 0 before the first. This is what `ack` and `resume` say. What
    /// was received but is not done comes again after a resume, and is then [Verdict#SEEN].
    public long handled() {
        return handled;
    }
}
