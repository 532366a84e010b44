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
import java.util.Objects;

/// A session's numbered messages both ways: what was sent and may have to be sent again, and what was received.
final class Stream {

    private final SessionProperties limits;
    private final FrameCodec codec;
    private final Outbox<ByteString> outbox;
    private final Inbox inbox = new Inbox();

    /// The highest number that the socket in use has been given.
    private long transmitted;

    private boolean writable = true;

    Stream(Encoding encoding, SessionWorld world) {
        this.limits = world.limits();
        this.codec = FrameCodec.of(encoding);
        this.outbox = new Outbox<>(limits.outbox().bounds());
    }

    /// Encodes a message that has no number. It says how far the client has been received, as every message does.
    ByteString unnumbered(ServerMessage message) {
        return codec.encode(new ServerFrame(null, inbox.handled(), message));
    }

    void add(ServerMessage message, long now) {
        var frame = codec.encode(new ServerFrame(outbox.nextNumber(), inbox.handled(), message));
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

    /// Goes back to what the client says it has received; the next [#transmit] sends everything after it.
    ///
    /// @return false, and nothing changed, if that is not possible
    boolean rewind(long received, long now) {
        outbox.trim(now);
        if (outbox.after(received).isEmpty()) {
            return false;
        }
        outbox.acknowledge(received);
        transmitted = received;
        writable = false;
        return true;
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
        if (ack != null && !outbox.acknowledge(ack)) {
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
            case GAP -> malformed("seq: " + seq + " (expected: " + (inbox.received() + 1) + ")");
        };
    }

    private static Reading malformed(String why) {
        return new Reading.Unreadable(MESSAGE_MALFORMED, why);
    }

    void settle(long seq) {
        inbox.markHandled(seq);
    }

    long settled() {
        return inbox.handled();
    }

    void trim(long now) {
        outbox.trim(now);
    }

    /// Whether something that the client has not received is no longer kept: it cannot resume.
    boolean isTrimmed() {
        return outbox.overflowed();
    }
}
