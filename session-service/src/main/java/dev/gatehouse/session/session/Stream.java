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
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.stream.Outbox;
import dev.gatehouse.model.stream.Sent;
import java.util.List;
import java.util.Objects;

/// A session's numbered messages both ways: what was sent and may have to be sent again, and what was
/// received.
public final class Stream {

    /// More pings than a session can send otherwise.
    private static final int EPOCH_SHIFT = 20;

    private final SessionProperties limits;
    private final FrameCodec codec;
    private final Received received;
    private final Partings partings;
    private Outbox<ByteString> outbox;

    /// How far the model is that the stream began with.
    private long anewFrom;

    /// The highest number that the socket in use has been given.
    private long transmitted;

    private boolean writable = true;

    /// The id of a ping. Until it is answered, the client may still speak of an earlier stream. 0 for
    /// none.
    private long barrier;

    /// The id of a ping. Until it is answered, the client has not heard the last of an owner before, and may have
    /// said what it takes back then. 0 for none.
    private long curtain;

    /// A stream whose numbers start here.
    ///
    /// @param received of the client's numbers, which do not start again
    Stream(Encoding encoding, SessionWorld world, long received) {
        this(encoding, world, received, Partings.none());
    }

    private Stream(Encoding encoding, SessionWorld world, long received, Partings partings) {
        this.limits = world.limits();
        this.codec = FrameCodec.of(encoding);
        this.received = new Received(received);
        this.anewFrom = received;
        this.outbox = new Outbox<>(limits.outbox().bounds());
        this.partings = partings;
    }

    /// A stream that goes on as another node left it: whole, or from what its client has been received of.
    static Stream goingOn(StoredSession session, SessionWorld world, long now) {
        var stream = new Stream(session.encoding(), world, session.received(), Partings.goingOn(session));
        var stored = session.stream();
        if (stored != null) {
            stream.outbox = Outbox.goingOn(
                    world.limits().outbox().bounds(),
                    stored.lastNumber(),
                    stored.acknowledged(),
                    stored.frames(),
                    ByteString::size,
                    now);
            stream.transmitted = stored.transmitted();
        }
        return stream;
    }

    Received received() {
        return received;
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

    /// Starts the numbers of what is sent again. What was not acknowledged is lost. What has had its effect here
    /// would be dropped if it came again, and nobody would answer it: its client is told that it has come.
    void renumber() {
        anewFrom = Math.max(received.known(), received.settled());
        partings.renumber(outbox.acknowledged());
        outbox = new Outbox<>(limits.outbox().bounds());
        transmitted = 0;
        writable = false;
    }

    /// Tells a client that the stream started anew.
    void rewind(Line line, long epoch) {
        line.send(unnumbered(new ServerMessage.Rewind(epoch, anewFrom, true)));
        expectStale(line, epoch << EPOCH_SHIFT);
    }

    /// Takes what a client says for words of another session until it has answered a ping: its socket
    /// carried that one until now.
    void follow(Line line, long epoch) {
        expectStale(line, (epoch << EPOCH_SHIFT) + 1);
    }

    /// Expects words of an earlier stream until the client has answered a ping: sockets keep order, so
    /// what it says after that it says of this one.
    ///
    /// @param ping that nobody else asks with: an answer to an owner before may still be on its way
    private void expectStale(Line line, long ping) {
        barrier = ping;
        line.send(unnumbered(new ServerMessage.Ping(ping)));
    }

    /// How far a client has been received, as it is to be told: one that knows only an earlier stream as of
    /// when this one began, because what this one begins with is of that moment.
    long receivedIn(boolean sameStream) {
        return sameStream ? received.durable() : anewFrom;
    }

    void ponged(long id) {
        if (id == barrier) {
            barrier = 0;
        }
        if (id == curtain) {
            curtain = 0;
        }
    }

    /// Encodes a message that has no number. It says how far the client has been received, as every
    /// message does.
    ByteString unnumbered(ServerMessage message) {
        return codec.encode(new ServerFrame(null, received.durable(), message));
    }

    /// Encodes what would be the next message, and does not keep it.
    ByteString next(ServerMessage message) {
        return codec.encode(new ServerFrame(outbox.nextNumber(), received.durable(), message));
    }

    void add(ServerMessage message, long now) {
        var frame = next(message);
        outbox.add(frame, frame.size(), now);
        if (message instanceof GameInstance news) {
            partings.told(news, lastNumber());
        }
    }

    /// News of instances that are none of the player's any more, which the client is not known to have heard.
    public List<GameInstance> partings() {
        return partings.unheard(outbox.acknowledged());
    }

    /// Whether no other node would know how far the client has been received, or what it may not have heard.
    boolean isUnsaved() {
        return received.settled() > received.durable() || !partings.areSaved(outbox.acknowledged());
    }

    void saved(StoredSession stored) {
        received.saved(stored.received());
        partings.saved(stored);
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

    /// The number of the message that was added last.
    public long lastNumber() {
        return outbox.nextNumber() - 1;
    }

    /// Whether the client has said that it has received everything up to there.
    public boolean isAcknowledged(long number) {
        return number <= outbox.acknowledged();
    }

    /// Whether the socket has been given everything and takes more, and the client says that it receives it.
    public boolean flows() {
        return writable && transmitted + 1 == outbox.nextNumber() && outbox.isHalfFree();
    }

    void writable(boolean takesMore) {
        writable = takesMore;
    }

    /// Where a client is that says it has received so much: one that moves goes on reading on its old
    /// socket, so what it has acknowledged there since it said `hello` counts as well.
    long from(long received) {
        return received < 0 ? received : Math.max(received, outbox.acknowledged());
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
        curtain = 0;
        outbox.acknowledge(received);
        transmitted = received;
        writable = false;
    }

    /// Goes back to where the stream started anew, on a socket that carried the one before. Nothing counts
    /// that its client says before it has answered a ping: it says it again, as far as it still means it.
    void goBackToNothing(Line line, long epoch) {
        goBackTo(0);
        curtain = (epoch << EPOCH_SHIFT) + 2;
        line.send(unnumbered(new ServerMessage.Ping(curtain)));
    }

    /// Goes back to what the client has acknowledged. Only where nothing that it said is lost.
    void goBackToAcknowledged() {
        transmitted = outbox.acknowledged();
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
        if (curtain != 0) {
            return new Reading.Repeated();
        }
        return switch (received.receive(seq)) {
            case NEW -> new Reading.Message(seq, message);
            case SEEN -> new Reading.Repeated();
            // What came between went with the node that is lost: the client sends it again, and this as well.
            case GAP ->
                barrier == 0
                        ? malformed("seq: " + seq + " (expected: " + (received.highest() + 1) + ")")
                        : new Reading.Repeated();
        };
    }

    private static Reading malformed(String why) {
        return new Reading.Unreadable(MESSAGE_MALFORMED, why);
    }

    /// Whether everything that was received has had its effect, and what comes next will be of this
    /// stream.
    boolean isSettled() {
        return received.open() == 0 && barrier == 0;
    }

    void trim(long now) {
        outbox.trim(now);
    }

    /// Whether something that the client has not received is no longer kept: it cannot resume.
    boolean isTrimmed() {
        return outbox.overflowed();
    }
}
