package dev.gatehouse.simulation.proxy;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.proxy.link.AttachAnswer;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.LinkBook;
import dev.gatehouse.proxy.link.LinkChannel;
import dev.gatehouse.proxy.link.SessionNode;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.network.LinkTraffic.Frame;
import dev.gatehouse.simulation.time.Life;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/// The proxy's end of one open link, as `LinkSocket` is it over a socket.
final class ProxyLink implements SessionNode {

    private final NodeId id;
    private final Life life;
    private final Consumer<Frame> output;
    private final LinkBook book = new LinkBook();
    private final Map<Integer, Channel> channels = new HashMap<>();
    private boolean leaving;

    ProxyLink(NodeId id, Life life, Consumer<Frame> output) {
        this.id = id;
        this.life = life;
        this.output = output;
    }

    @Override
    public NodeId id() {
        return id;
    }

    @Override
    public boolean isLeaving() {
        return leaving;
    }

    @Override
    public Mono<AttachAnswer> attach(Attach attach, ChannelListener client) {
        return Mono.create(sink -> {
            var opening = book.open(client);
            int number = opening.channel();
            life.in(Settings.LINKS.answerTimeout(), () -> giveUp(number, opening.answer()));
            settle(opening.answer().thenApply(answer -> answerOf(number, attach, answer)), sink);
            tell(number, attach);
            sink.onCancel(() -> detach(number, false));
        });
    }

    private void giveUp(int number, CompletableFuture<NodeMessage> answer) {
        if (!answer.isDone()) {
            detach(number, false);
            answer.completeExceptionally(new TimeoutException("no answer to attach"));
        }
    }

    private AttachAnswer answerOf(int number, Attach attach, NodeMessage answer) {
        return switch (answer) {
            case NodeMessage.Attached(var frame) -> {
                var channel = new Channel(number, attach);
                channels.put(number, channel);
                yield new AttachAnswer.Opened(channel, frame);
            }
            case NodeMessage.Refused refused -> new AttachAnswer.Declined(Refusal.from(refused));
            case NodeMessage.OwnedElsewhere(var owner) -> new AttachAnswer.ElsewhereOwned(owner);
            case NodeMessage.Close _,
                    NodeMessage.Hold _,
                    NodeMessage.GivenBack _,
                    NodeMessage.LoggedIn _,
                    NodeMessage.Decided _,
                    NodeMessage.Ended _,
                    NodeMessage.VerifyToken _ ->
                throw new IllegalStateException("not an answer to attach: " + answer.getClass());
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

    /// Games without a policy are not asked.
    @Override
    public Mono<Optional<Set<SessionId>>> decide(GameId game, DeviceSession current, List<DeviceSession> all) {
        return Mono.just(Optional.empty());
    }

    /// Nobody ends a session by way of another proxy here.
    @Override
    public Mono<Boolean> end(PlayerKey player, SessionId session, ConnectionError why) {
        return Mono.just(false);
    }

    void receive(Frame frame) throws DecodeException {
        switch (frame.kind()) {
            case BYTES -> book.receive(frame.channel(), frame.payload().asReadOnlyByteBuffer());
            case CONTROL -> hear(frame.channel(), LinkCodec.decodeNodeMessage(frame.payload()));
            case PAUSE, RESUME -> throw new IllegalStateException("only a proxy has slow sockets");
        }
    }

    private void hear(int number, NodeMessage message) {
        var channel = channels.get(number);
        if (message instanceof NodeMessage.GivenBack && channel != null) {
            channel.attach = channel.attach.givenBack(true);
        }
        book.receive(number, message);
        if (message instanceof NodeMessage.Hold) {
            leaving = true;
            tell(number, new ProxyMessage.Held());
        }
    }

    void lost() {
        book.lose();
    }

    private void detach(int number, boolean intended) {
        channels.remove(number);
        if (book.close(number)) {
            tell(number, new ProxyMessage.Detach(intended));
        }
    }

    private void tell(int number, ProxyMessage message) {
        output.accept(new Frame(number, Kind.CONTROL, LinkCodec.encode(message)));
    }

    private final class Channel implements LinkChannel {

        private final int number;
        private Attach attach;

        Channel(int number, Attach attach) {
            this.number = number;
            this.attach = attach.givenBack(false);
        }

        @Override
        public Attach attach() {
            return attach;
        }

        @Override
        public Mono<Boolean> send(byte[] frame) {
            boolean passed = book.isOpen(number);
            if (passed) {
                output.accept(new Frame(number, Kind.BYTES, ByteString.copyFrom(frame)));
            }
            return Mono.just(passed);
        }

        @Override
        public void pause() {
            output.accept(new Frame(number, Kind.PAUSE, ByteString.EMPTY));
        }

        @Override
        public void resume() {
            output.accept(new Frame(number, Kind.RESUME, ByteString.EMPTY));
        }

        @Override
        public void detach(boolean intended) {
            ProxyLink.this.detach(number, intended);
        }
    }
}
