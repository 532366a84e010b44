package dev.gatehouse.session.session;

import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_TOO_LARGE;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.stream.Inbox;
import dev.gatehouse.model.stream.Outbox;
import dev.gatehouse.model.stream.Sent;
import java.util.Objects;

/// A session's numbered messages both ways: what was sent and may have to be sent again, and what was
/// received.
final class Stream {

    /// More pings than a session can send otherwise.
    private static final int EPOCH_SHIFT = 20;

    private final SessionProperties limits;
    private final FrameCodec codec;
    private final Inbox inbox;
    private Outbox<ByteString> outbox;

    /// How far another node would know what was received, should this one be lost: what the client
    /// may forget.
    private long durable;

    /// The same as of when the stream began.
    private long anewFrom;

    /// The highest number that the socket in use has been given.
    private long transmitted;

    private boolean writable = true;

    /// The id of a ping. Until it is answered, the client may still speak of an earlier stream. 0 for
    /// none.
    private long barrier;

    /// A stream whose numbers start here.
    ///
    /// @param received of the client's numbers, which do not start again
    Stream(Encoding encoding, SessionWorld world, long received) {
        this.limits = world.limits();
        this.codec = FrameCodec.of(encoding);
        this.inbox = new Inbox(received);
        this.durable = received;
        this.anewFrom = received;
        this.outbox = new Outbox<>(limits.outbox().bounds());
    }

    /// A stream that goes on as another node left it.
    static Stream goingOn(Encoding encoding, SessionWorld world, long received, StoredStream stored, long now) {
        var stream = new Stream(encoding, world, received);
        stream.outbox = Outbox.goingOn(
                world.limits().outbox().bounds(),
                stored.lastNumber(),
                stored.acknowledged(),
                stored.frames(),
                ByteString::size,
                now);
        stream.transmitted = stored.transmitted();
        return stream;
    }

    /// @param held whether nothing is on its way between it and the client's socket
    StoredStream stored(boolean held) {
        return new StoredStream(
                outbox.nextNumber() - 1,
                outbox.acknowledged(),
                transmitted,
                outbox.all().stream().map(Sent::frame).toList(),
                held);
    }

    /// Starts the numbers of what is sent again. What was not acknowledged is lost.
    void renumber() {
        anewFrom = durable;
        outbox = new Outbox<>(limits.outbox().bounds());
        transmitted = 0;
        writable = false;
    }

    /// Tells a client that the stream started anew, and expects words of an earlier one until it has
    /// answered a ping: sockets keep order, so what it says after that it says of this stream.
    void rewind(Line line, long epoch) {
        // No other owner asks with this id: an answer to one before may still be on its way.
        barrier = epoch << EPOCH_SHIFT;
        line.send(unnumbered(new ServerMessage.Rewind(epoch, anewFrom, true)));
        line.send(unnumbered(new ServerMessage.Ping(barrier)));
    }

    /// How far a client has been received, as it is to be told: one that knows only an earlier stream as of
    /// when this one began, because what this one begins with is of that moment.
    long receivedIn(boolean sameStream) {
        return sameStream ? durable : anewFrom;
    }

    void ponged(long id) {
        if (id == barrier) {
            barrier = 0;
        }
    }

    /// Encodes a message that has no number. It says how far the client has been received, as every
    /// message does.
    ByteString unnumbered(ServerMessage message) {
        return codec.encode(new ServerFrame(null, durable, message));
    }

    void add(ServerMessage message, long now) {
        var frame = codec.encode(new ServerFrame(outbox.nextNumber(), durable, message));
        outbox.add(frame, frame.size(), now);
    }

    /// Gives the socket everything that it has not been given, if it takes anything.
    ///
    /// @return false if some of that is no longer kept
    boolean transmit(Line line) {
        if (!writable || transmitted + 1 == outbox.nextNumber()) {
            return true;
        }
        var missing = outbox.after(transmitted);
        missing.ifPresent(all -> all.forEach(sent -> {
            line.send(sent.frame());
            transmitted = sent.number();
        }));
        return missing.isPresent();
    }

    void writable(boolean takesMore) {
        writable = takesMore;
    }

    /// Whether everything after what the client says it has received is still kept.
    boolean canGoBackTo(long received, long now) {
        outbox.trim(now);
        return outbox.after(received).isPresent();
    }

    /// Goes back to what the client says it has received; the next [#transmit] sends everything after
    /// it. Only where it [#canGoBackTo] that. On the socket that it has now, it says nothing of an earlier
    /// stream, unless a [#rewind] follows.
    void goBackTo(long received) {
        barrier = 0;
        outbox.acknowledge(received);
        transmitted = received;
        writable = false;
    }

    Reading read(ByteString bytes, long now) {
        if (bytes.size() > limits.maxInboundBytes()) {
            return new Reading.Unreadable(MESSAGE_TOO_LARGE, bytes.size() + " bytes");
        }
        try {
            var frame = codec.inflate(bytes.toByteArray(), Math.toIntExact(limits.maxInboundBytes()));
            return read(codec.decodeClient(frame), now);
        } catch (DecodeException e) {
            var tooLarge = e.kind() == DecodeException.Kind.TOO_LARGE;
            return new Reading.Unreadable(
                    tooLarge ? MESSAGE_TOO_LARGE : MESSAGE_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private Reading read(ClientFrame frame, long now) {
        outbox.trim(now);
        var ack = frame.ack();
        if (ack != null && barrier == 0 && !outbox.acknowledge(ack)) {
            return malformed("ack: " + ack + " (expected: below " + outbox.nextNumber() + ")");
        }
        return switch (frame.message()) {
            case ClientMessage.Control message -> new Reading.Control(message);
            case ClientMessage.Numbered message -> numbered(Objects.requireNonNull(frame.seq()), message);
        };
    }

    private Reading numbered(long seq, ClientMessage.Numbered message) {
        return switch (inbox.receive(seq)) {
            case NEW -> new Reading.Message(seq, message);
            case SEEN -> new Reading.Repeated();
            // What came between went with the node that is lost: the client sends it again, and this as well.
            case GAP ->
                barrier == 0
                        ? malformed("seq: " + seq + " (expected: " + (inbox.received() + 1) + ")")
                        : new Reading.Repeated();
        };
    }

    private static Reading malformed(String why) {
        return new Reading.Unreadable(MESSAGE_MALFORMED, why);
    }

    /// Everything up to this number of the client's has had its effect.
    void settle(long seq) {
        inbox.markHandled(seq);
    }

    /// Another node would know of everything up to this number of the client's.
    void durable(long seq) {
        durable = Math.max(durable, seq);
    }

    long durable() {
        return durable;
    }

    long settled() {
        return inbox.handled();
    }

    /// Whether everything that was received has had its effect, and what comes next will be of this
    /// stream.
    boolean isSettled() {
        return inbox.handled() == inbox.received() && barrier == 0;
    }

    void trim(long now) {
        outbox.trim(now);
    }

    /// Whether something that the client has not received is no longer kept: it cannot resume.
    boolean isTrimmed() {
        return outbox.overflowed();
    }
}
