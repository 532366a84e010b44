package dev.gatehouse.proxy.link.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.LinkFrame;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.link.ProxyMessage.Detach;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.link.AttachAnswer;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.LinkChannel;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

class LinkSocketTest {

    private static final Attach ATTACH = new Attach(
            new PlayerKey(new GameId("goldrush"), new PlayerId("alice")),
            new SessionId("s1"),
            null,
            Encoding.JSON,
            new ClientVersion("1", 3, 0, "web", null),
            null,
            null);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final LinkSocket socket =
            new LinkSocket(new NodeId("session-1"), channel, Duration.ofSeconds(10), _ -> Mono.never());

    @Test
    void leavesNoSessionAttachedThatNobodyWaitsForAnyMore() throws DecodeException {
        socket.attach(ATTACH, new Nobody()).subscribe(new BaseSubscriber<AttachAnswer>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.cancel();
            }
        });

        assertThat(told()).containsExactly(ATTACH, new Detach(false));
    }

    @Test
    void closesTheChannelOfAnAttachThatIsCancelled() throws DecodeException {
        var attaching = socket.attach(ATTACH, new Nobody()).subscribe();

        attaching.dispose();

        assertThat(told()).containsExactly(ATTACH, new Detach(false));
    }

    @Test
    void saysWhetherTheNodeGaveASessionBackOrItsLinkBroke() {
        var given = open(1);
        var broken = open(2);

        says(1, new NodeMessage.GivenBack());
        socket.closed();

        assertThat(given.attach()).isEqualTo(ATTACH.givenBack(true));
        assertThat(broken.attach()).isEqualTo(ATTACH);
    }

    /// The next channel, whose session was given back by another node before.
    private LinkChannel open(int number) {
        var answer = new AtomicReference<AttachAnswer>();
        socket.attach(ATTACH.givenBack(true), new Nobody()).subscribe(answer::set);
        says(number, new NodeMessage.Attached(ByteString.EMPTY));
        return ((AttachAnswer.Opened) answer.get()).channel();
    }

    private void says(int number, NodeMessage message) {
        var frame = Unpooled.buffer()
                .writeInt(number)
                .writeByte(LinkFrame.Kind.CONTROL.number())
                .writeBytes(LinkCodec.encode(message).toByteArray());
        socket.receive(frame);
        frame.release();
    }

    private List<ProxyMessage> told() throws DecodeException {
        channel.runPendingTasks();
        var told = new ArrayList<ProxyMessage>();
        for (BinaryWebSocketFrame frame = channel.readOutbound(); frame != null; frame = channel.readOutbound()) {
            frame.content().skipBytes(LinkFrame.HEADER_BYTES);
            told.add(LinkCodec.decodeProxyMessage(
                    ByteString.copyFrom(frame.content().nioBuffer())));
            frame.release();
        }
        return told;
    }

    private static final class Nobody implements ChannelListener {

        @Override
        public void bytes(ByteBuffer frame) {}

        @Override
        public void closed(int code, ByteString frame) {}

        @Override
        public void loggedIn(String token, ByteString frame) {}

        @Override
        public void lost() {}
    }
}
