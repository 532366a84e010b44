package dev.gatehouse.session.link;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.session.Line;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One client's socket on a proxy, seen over the link. From any thread.
final class Channel implements Line {

    private final int number;
    private final PlayerKey player;
    private final SessionId session;
    private final LinkOutput output;

    /// Told the channel's number when it closes from this end.
    private final IntConsumer closed;

    private final AtomicBoolean open = new AtomicBoolean(true);

    /// Who waits for the proxy's word on a token; absent where nobody does.
    private final AtomicReference<@Nullable CompletableFuture<TokenVerified>> asked = new AtomicReference<>();

    Channel(int number, PlayerKey player, SessionId session, LinkOutput output, IntConsumer closed) {
        this.number = number;
        this.player = player;
        this.session = session;
        this.output = output;
        this.closed = closed;
    }

    PlayerKey player() {
        return player;
    }

    SessionId session() {
        return session;
    }

    void answer(AttachAnswer answer) {
        switch (answer) {
            case AttachAnswer.Attached(var frame) -> {
                if (open.get()) {
                    say(new NodeMessage.Attached(frame));
                }
            }
            case AttachAnswer.Refused(var error, var retryAfter, var message) ->
                refuse(new NodeMessage.Refused(
                        error.code(),
                        retryAfter == null ? null : retryAfter.toMillis(),
                        message,
                        JsonText.EMPTY_OBJECT));
            case AttachAnswer.OwnedElsewhere(var owner) -> refuse(new NodeMessage.OwnedElsewhere(owner));
        }
    }

    private void refuse(NodeMessage message) {
        if (lost()) {
            say(message);
            closed.accept(number);
        }
    }

    @Override
    public void send(ByteString frame) {
        if (open.get()) {
            output.send(number, Kind.BYTES, frame);
        }
    }

    @Override
    public void close(ConnectionError error, ByteString last) {
        if (lost()) {
            say(new NodeMessage.Close(error.code(), last));
            closed.accept(number);
        }
    }

    @Override
    public void logIn(String token, ByteString last) {
        if (lost()) {
            say(new NodeMessage.LoggedIn(token, last));
            closed.accept(number);
        }
    }

    @Override
    public CompletionStage<TokenVerified> verify(String token) {
        var answer = new CompletableFuture<TokenVerified>();
        if (!asked.compareAndSet(null, answer)) {
            return CompletableFuture.completedFuture(TokenVerified.without(TokenVerdict.UNAVAILABLE));
        }
        if (open.get()) {
            say(new NodeMessage.VerifyToken(token));
        } else {
            verified(TokenVerified.without(TokenVerdict.UNAVAILABLE));
        }
        return answer;
    }

    /// The proxy's word on the token that was asked about.
    void verified(TokenVerified verified) {
        var waiting = asked.getAndSet(null);
        if (waiting != null) {
            waiting.complete(verified);
        }
    }

    @Override
    public void hold() {
        if (open.get()) {
            say(new NodeMessage.Hold());
        }
    }

    @Override
    public void giveBack() {
        if (lost()) {
            say(new NodeMessage.GivenBack());
            closed.accept(number);
        }
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    /// Notes that the socket is gone.
    ///
    /// @return whether it was there until now
    boolean lost() {
        var lost = open.compareAndSet(true, false);
        verified(TokenVerified.without(TokenVerdict.UNAVAILABLE));
        return lost;
    }

    private void say(NodeMessage message) {
        output.send(number, Kind.CONTROL, LinkCodec.encode(message));
    }
}
