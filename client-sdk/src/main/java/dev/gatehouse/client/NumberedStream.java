package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.calls.Fate;
import dev.gatehouse.client.calls.FrameTooLargeException;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.stream.Bounds;
import dev.gatehouse.model.stream.Inbox;
import dev.gatehouse.model.stream.Inbox.Verdict;
import dev.gatehouse.model.stream.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Both directions of one session's numbered messages, as this client sees them: encodes, numbers,
/// keeps, counts.
///
/// Messages are kept as messages and not as frames: what is sent again says how far we have received
/// by now, which in another epoch is another thing than it was.
final class NumberedStream {

    /// Older than any resume window; bytes well over what the play's own bounds let through.
    private static final Bounds BOUNDS = new Bounds(1_024, 16L << 20, Duration.ofHours(1));

    /// From here on only the play may add, which has a bound of its own.
    private static final int ROOM = 768;

    private static final long ROOM_BYTES = 12L << 20;

    /// A message and what stands for it now.
    private static final class Letter {
        private ClientMessage.Numbered message;

        private Letter(ClientMessage.Numbered message) {
            this.message = message;
        }
    }

    private final FrameCodec codec;
    private final Outbox<Letter> outbox = new Outbox<>(BOUNDS);
    private Inbox inbox = new Inbox();
    private long epoch;
    private long acknowledged;
    private long saidReceived;
    private long handled;
    private long duplicates;
    private long gaps;
    private long resent;
    private long refused;

    /// The highest number that has been on a socket.
    private long onWire;

    NumberedStream(FrameCodec codec, long epoch) {
        this.codec = codec;
        this.epoch = epoch;
    }

    /// The number that the next message gets.
    long nextNumber() {
        return outbox.nextNumber();
    }

    boolean hasRoom() {
        return outbox.count() < ROOM && outbox.bytes() < ROOM_BYTES;
    }

    /// Numbers and keeps a message.
    ///
    /// @return the frame, not yet sent
    /// @throws FrameTooLargeException if it has more bytes than that; nothing has changed then
    ByteString keep(ClientMessage.Numbered message, long nowNanos, long mostBytes) {
        var frame = encode(outbox.nextNumber(), message);
        if (frame.size() > mostBytes) {
            throw new FrameTooLargeException(frame.size(), mostBytes);
        }
        saidReceived = inbox.handled();
        outbox.add(new Letter(message), frame.size(), nowNanos);
        return frame;
    }

    /// Says that all kept so far is on a socket.
    void sent() {
        onWire = outbox.nextNumber() - 1;
    }

    /// A message without a number; says how far we have received all the same.
    ByteString control(ClientMessage.Control message) {
        saidReceived = inbox.handled();
        return codec.encode(new ClientFrame(null, inbox.handled(), message));
    }

    private ByteString encode(long number, ClientMessage.Numbered message) {
        return codec.encode(new ClientFrame(number, inbox.handled(), message));
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
    /// @return empty if some of it is no longer kept, or if the server claims to have what was
    ///     never sent
    Optional<List<ByteString>> resend(long received) {
        if (!acknowledge(received)) {
            return Optional.empty();
        }
        // It may speak of when its stream began, and have confirmed more since.
        return outbox.after(Math.max(received, acknowledged)).map(missing -> {
            var frames = new ArrayList<ByteString>();
            for (var sent : missing) {
                resent += sent.number() <= onWire ? 1 : 0;
                frames.add(encode(sent.number(), sent.frame().message));
            }
            saidReceived = inbox.handled();
            sent();
            return frames;
        });
    }

    long epoch() {
        return epoch;
    }

    /// Whether nothing numbered has come in this epoch yet.
    boolean isFresh() {
        return inbox.received() == 0;
    }

    /// Whether an owner lacks what one before it has confirmed: the registry has lost it, and it is not kept here any
    /// more.
    ///
    /// @param next the owner's epoch
    /// @param received how far that one has received us as its epoch began
    boolean isLost(long next, long received) {
        return next > epoch && received < acknowledged;
    }

    /// The session has a new owner, whose numbers begin at 1. What an owner before may have carried
    /// out without having said so is not sent again: something that does nothing takes its number.
    ///
    /// @param next above the epoch until now
    Fate rewind(long next, long received, boolean gap) {
        epoch = next;
        inbox = new Inbox();
        saidReceived = 0;
        handled = 0;
        var fate = new Fate(received, onWire, gap);
        outbox.after(Math.max(received, acknowledged)).ifPresent(missing -> {
            for (var sent : missing) {
                if (fate.isSkipped(sent.number()) && !isRepeatable(sent.frame().message)) {
                    sent.frame().message = new ClientMessage.Skip();
                }
            }
        });
        return fate;
    }

    /// The flushes kept so far are void: where they would be sent again, something that does nothing takes
    /// their numbers.
    void withdrawFlushes() {
        outbox.after(acknowledged).ifPresent(missing -> {
            for (var sent : missing) {
                if (sent.frame().message instanceof ClientMessage.Flush) {
                    sent.frame().message = new ClientMessage.Skip();
                }
            }
        });
    }

    private static boolean isRepeatable(ClientMessage.Numbered message) {
        return switch (message) {
            // Of a login nobody else than the owner who took it can say what came of it, as of a call.
            case ClientMessage.Rpc _, ClientMessage.RpcResult _, ClientMessage.RpcCancel _, ClientMessage.Login _ ->
                false;
            // An event under a number that an owner before has said is not said again.
            case ClientMessage.Flush _,
                    ClientMessage.DesyncReport _,
                    ClientMessage.Skip _,
                    ClientMessage.Event _,
                    ClientMessage.GroupJoin _,
                    ClientMessage.GroupLeave _,
                    ClientMessage.GroupClose _,
                    ClientMessage.Subscribe _,
                    ClientMessage.Unsubscribe _ -> true;
        };
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

    /// An event of ours went to nobody.
    void refused() {
        refused++;
    }

    /// How far we have received, for a resume.
    long received() {
        return inbox.handled();
    }

    /// Without what is not the stream's: sockets, resumes and sessions.
    Statistics statistics() {
        return new Statistics(
                outbox.nextNumber() - 1,
                acknowledged,
                inbox.received(),
                handled,
                duplicates,
                gaps,
                resent,
                refused,
                0,
                0,
                0);
    }
}
