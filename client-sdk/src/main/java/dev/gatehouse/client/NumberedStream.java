package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.stream.Bounds;
import dev.gatehouse.model.stream.Inbox;
import dev.gatehouse.model.stream.Inbox.Verdict;
import dev.gatehouse.model.stream.Outbox;
import dev.gatehouse.model.stream.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Both directions of one session's numbered messages, as this client sees them: encodes, numbers, keeps, counts.
final class NumberedStream {

    /// Older than any resume window; bytes well over what the play's own bounds let through.
    private static final Bounds BOUNDS = new Bounds(1_024, 16L << 20, Duration.ofHours(1));

    private final FrameCodec codec;
    private final Outbox<ByteString> outbox = new Outbox<>(BOUNDS);
    private final Inbox inbox = new Inbox();
    private long acknowledged;
    private long saidReceived;
    private long handled;
    private long duplicates;
    private long gaps;
    private long resent;

    /// The highest number that has been on a socket.
    private long onWire;

    NumberedStream(FrameCodec codec) {
        this.codec = codec;
    }

    /// The number that the next message gets.
    long nextNumber() {
        return outbox.nextNumber();
    }

    /// Numbers and keeps a message.
    ///
    /// @return the frame, not yet sent
    ByteString keep(ClientMessage message, long nowNanos) {
        var frame = codec.encode(new ClientFrame(outbox.nextNumber(), inbox.handled(), message));
        saidReceived = inbox.handled();
        outbox.add(frame, frame.size(), nowNanos);
        return frame;
    }

    /// Says that all kept so far is on a socket.
    void sent() {
        onWire = outbox.nextNumber() - 1;
    }

    /// A message without a number; says how far we have received all the same.
    ByteString control(ClientMessage message) {
        saidReceived = inbox.handled();
        return codec.encode(new ClientFrame(null, inbox.handled(), message));
    }

    /// Whether the server has not yet been told of all we have.
    boolean owesAcknowledgement() {
        return inbox.handled() > saidReceived;
    }

    /// @return false if the server confirms what was never sent
    boolean acknowledge(long received) {
        boolean known = received <= onWire && outbox.acknowledge(received);
        acknowledged = known ? Math.max(acknowledged, received) : acknowledged;
        return known;
    }

    /// What the server has not received, to be sent now, oldest first.
    ///
    /// @return empty if some of it is no longer kept, or if the server claims to have what was never sent
    Optional<List<ByteString>> resend(long received) {
        if (!acknowledge(received)) {
            return Optional.empty();
        }
        return outbox.after(received).map(missing -> {
            resent += missing.stream().filter(sent -> sent.number() <= onWire).count();
            sent();
            return missing.stream().map(Sent::frame).toList();
        });
    }

    Verdict receive(long number) {
        var verdict = inbox.receive(number);
        switch (verdict) {
            case NEW -> {
                handled++;
                // A client has no journal: what it is handed is handled within the same step.
                inbox.markHandled(number);
            }
            case SEEN -> duplicates++;
            case GAP -> gaps++;
        }
        return verdict;
    }

    /// How far we have received, for a resume.
    long received() {
        return inbox.handled();
    }

    /// Without what is not the stream's: sockets, resumes and sessions.
    Statistics statistics() {
        return new Statistics(
                outbox.nextNumber() - 1, acknowledged, inbox.received(), handled, duplicates, gaps, resent, 0, 0, 0);
    }
}
