package dev.gatehouse.proxy.link.websocket;

import static dev.gatehouse.model.error.ConnectionError.TEMPORARY_AUTHENTICATION_ERROR;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.LinkFrame;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.NodeMessage.Attached;
import dev.gatehouse.model.link.NodeMessage.Decided;
import dev.gatehouse.model.link.NodeMessage.Ended;
import dev.gatehouse.model.link.NodeMessage.OwnedElsewhere;
import dev.gatehouse.model.link.NodeMessage.Refused;
import dev.gatehouse.model.link.NodeMessage.VerifyToken;
import dev.gatehouse.model.link.ProxyMessage;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.link.ProxyMessage.Decide;
import dev.gatehouse.model.link.ProxyMessage.Detach;
import dev.gatehouse.model.link.ProxyMessage.End;
import dev.gatehouse.model.link.ProxyMessage.Held;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.proxy.link.AttachAnswer;
import dev.gatehouse.proxy.link.AttachAnswer.Declined;
import dev.gatehouse.proxy.link.AttachAnswer.ElsewhereOwned;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.LinkBook;
import dev.gatehouse.proxy.link.LinkChannel;
import dev.gatehouse.proxy.link.SessionNode;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.token.Identity;
import dev.gatehouse.proxy.token.Tokens;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/// One open link. Everything happens on its event loop, in the order in which it was asked for.
final class LinkSocket implements SessionNode {

    private static final Logger log = LoggerFactory.getLogger(LinkSocket.class);

    private final NodeId id;
    private final Channel channel;
    private final Duration patience;
    private final LinkWriter writer;
    private final Tokens tokens;
    private final LinkBook book = new LinkBook();

    // Those whose sessions are open. Belongs to the loop.
    private final Map<Integer, ClientChannel> clients = new HashMap<>();

    // Written on the loop, read from anywhere.
    private volatile boolean leaving;

    /// @param tokens says whose the tokens are that clients show within their sessions
    LinkSocket(NodeId id, Channel channel, Duration patience, Tokens tokens) {
        this.id = id;
        this.tokens = tokens;
        this.channel = channel;
        this.patience = patience;
        this.writer = new LinkWriter(channel);
    }

    @Override
    public NodeId id() {
        return id;
    }

    @Override
    public Mono<AttachAnswer> attach(Attach attach, ChannelListener client) {
        return Mono.create(sink -> onLoop(() -> {
            var opening = book.open(client);
            var number = opening.channel();
            var unanswered = giveUpLater(number, opening.answer());
            var _ = opening.answer().whenComplete((_, _) -> unanswered.cancel(false));
            settle(opening.answer().thenApply(answer -> answerOf(number, attach, answer)), sink);
            tell(number, attach);
            // Last: who is gone already is heard of at once, and a node must not hear of a detach before its attach.
            sink.onCancel(() -> {
                unanswered.cancel(false);
                detach(number, false);
            });
        }));
    }

    @Override
    public Mono<Optional<Set<SessionId>>> decide(GameId game, DeviceSession current, List<DeviceSession> all) {
        return this.<Decided>ask(Decided.class, number -> new Decide(number, game, current, all))
                .map(decided -> Optional.ofNullable(decided.kept()).map(kept -> Set.copyOf(kept.sessions())));
    }

    @Override
    public Mono<Boolean> end(PlayerKey player, SessionId session, ConnectionError why) {
        return this.<Ended>ask(Ended.class, number -> new End(number, player, session, why.code()))
                .map(Ended::ended);
    }

    /// A frame from the node. On the loop; the buffer is good until this returns.
    void receive(ByteBuf frame) {
        if (frame.readableBytes() < LinkFrame.HEADER_BYTES) {
            lose("a frame without a header");
            return;
        }
        var number = frame.readInt();
        try {
            switch (Kind.of(frame.readByte())) {
                case BYTES -> book.receive(number, frame.nioBuffer());
                case CONTROL -> hear(number, LinkCodec.decodeNodeMessage(ByteString.copyFrom(frame.nioBuffer())));
                // Only a proxy has slow sockets.
                case PAUSE, RESUME -> log.debug("Session node {} paused channel {}: ignored", id, number);
            }
        } catch (DecodeException | IllegalArgumentException e) {
            lose(e.toString());
        }
    }

    private void hear(int number, NodeMessage message) {
        var client = clients.get(number);
        if (message instanceof VerifyToken(String token) && client != null) {
            var _ = tokens.identify(token)
                    .map(client::judge)
                    .onErrorReturn(TokenVerified.without(TokenVerdict.UNAVAILABLE))
                    .subscribe(verified -> onLoop(() -> client.verified(verified)));
            return;
        }
        if (message instanceof NodeMessage.GivenBack && client != null) {
            // First: whoever hears that the session is given back asks what it was opened with.
            client.givenBack();
        }
        book.receive(number, message);
        switch (message) {
            case NodeMessage.Close _, NodeMessage.GivenBack _, NodeMessage.LoggedIn _ -> clients.remove(number);
            case NodeMessage.Hold _ -> {
                leaving = true;
                tell(number, new Held());
            }
            case Attached _, Refused _, OwnedElsewhere _, Decided _, Ended _, VerifyToken _ -> {}
        }
    }

    @Override
    public boolean isLeaving() {
        return leaving;
    }

    /// The link's buffer has room again. On the loop.
    void writable() {
        writer.release();
    }

    /// The socket is closed. On the loop.
    void closed() {
        book.lose();
        writer.release();
    }

    private void lose(String why) {
        log.warn("Session node {} sent what cannot be read, its link is closed: {}", id, why);
        var _ = channel.close();
    }

    // On the loop like the answer itself, so that a late answer finds its channel closed and never half open.
    private ScheduledFuture<?> giveUpLater(int number, CompletableFuture<NodeMessage> answer) {
        return channel.eventLoop()
                .schedule(
                        () -> {
                            detach(number, false);
                            answer.completeExceptionally(new TimeoutException("no answer to attach in " + patience));
                        },
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private <T extends NodeMessage> Mono<T> ask(Class<T> answer, LongFunction<ProxyMessage> message) {
        return Mono.create(sink -> onLoop(() -> {
            var question = book.ask();
            sink.onCancel(() -> onLoop(() -> book.forget(question)));
            settle(question.answer().thenApply(answer::cast), sink);
            tell(LinkFrame.LINK_CHANNEL, message.apply(question.number()));
        }));
    }

    private AttachAnswer answerOf(int number, Attach attach, NodeMessage answer) {
        return switch (answer) {
            case Attached(var frame) -> {
                var client = new ClientChannel(number, attach);
                clients.put(number, client);
                yield new Opened(client, frame);
            }
            case Refused refused -> new Declined(Refusal.from(refused));
            case OwnedElsewhere(NodeId owner) -> new ElsewhereOwned(owner);
            case NodeMessage.Close _,
                    NodeMessage.Hold _,
                    NodeMessage.GivenBack _,
                    NodeMessage.LoggedIn _,
                    Decided _,
                    Ended _,
                    VerifyToken _ -> throw new IllegalStateException("not an answer to attach: " + answer.getClass());
        };
    }

    private static <T> void settle(CompletableFuture<T> answer, MonoSink<T> sink) {
        var _ = answer.whenComplete((value, failure) -> {
            if (failure == null) {
                sink.success(value);
            } else {
                sink.error(failure);
            }
        });
    }

    private void detach(int number, boolean intended) {
        onLoop(() -> {
            clients.remove(number);
            if (book.close(number)) {
                tell(number, new Detach(intended));
            }
        });
    }

    private void tell(int number, ProxyMessage message) {
        writer.write(
                number,
                Kind.CONTROL,
                Unpooled.wrappedBuffer(LinkCodec.encode(message).asReadOnlyByteBuffer()));
    }

    private void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }

    private final class ClientChannel implements LinkChannel {

        private final int number;

        // Changes with every token that the client shows, and where the node gives the session back: whoever
        // goes on with it has to know.
        private volatile Attach attach;

        ClientChannel(int number, Attach attach) {
            this.number = number;
            this.attach = attach.givenBack(false);
        }

        @Override
        public Attach attach() {
            return attach;
        }

        TokenVerified judge(Verdict<Identity> verdict) {
            return switch (verdict) {
                case Verdict.Passed<Identity>(Identity identity) -> {
                    var player = attach.player();
                    boolean isTheirs = player.playerId().isUnauthenticated()
                            || player.playerId().equals(identity.playerId());
                    yield isTheirs && identity.mayPlay(player.gameId())
                            ? new TokenVerified(TokenVerdict.GOOD, identity.expiresAtMillis())
                            : TokenVerified.without(TokenVerdict.NOT_ALLOWED);
                }
                case Verdict.Refused<Identity>(Refusal refusal) ->
                    TokenVerified.without(
                            refusal.error() == TEMPORARY_AUTHENTICATION_ERROR
                                    ? TokenVerdict.UNAVAILABLE
                                    : TokenVerdict.INVALID);
            };
        }

        // On the loop.
        void givenBack() {
            attach = attach.givenBack(true);
        }

        // On the loop.
        void verified(TokenVerified verified) {
            if (verified.verdict() == TokenVerdict.GOOD
                    && !attach.player().playerId().isUnauthenticated()) {
                attach = attach.until(verified.expiresAt());
            }
            if (book.isOpen(number)) {
                tell(number, verified);
            }
        }

        @Override
        public Mono<Boolean> send(byte[] frame) {
            return Mono.create(sink -> onLoop(() -> {
                if (book.isOpen(number)) {
                    writer.write(number, Kind.BYTES, Unpooled.wrappedBuffer(frame));
                    writer.whenWritable(sink);
                } else {
                    sink.success(false);
                }
            }));
        }

        @Override
        public void pause() {
            onLoop(() -> writer.write(number, Kind.PAUSE, Unpooled.EMPTY_BUFFER));
        }

        @Override
        public void resume() {
            onLoop(() -> writer.write(number, Kind.RESUME, Unpooled.EMPTY_BUFFER));
        }

        @Override
        public void detach(boolean intended) {
            LinkSocket.this.detach(number, intended);
        }
    }
}
