package dev.gatehouse.model.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkCodecTest {

    private static final SessionId SESSION = new SessionId("s-1");
    private static final PlayerKey ALICE = new PlayerKey(new GameId("goldrush"), new PlayerId("alice"));
    private static final ByteString FRAME = ByteString.copyFromUtf8("{\"type\":\"terminate\"}");

    static Stream<ProxyMessage> proxyMessages() {
        var version = new ClientVersion("1.4.2", 3, 0, "web", null);
        var old = new DeviceSession(new SessionId("s-0"), new PlayerId("alice"), new NodeId("proxy-2"), 1, true);
        var current = new DeviceSession(SESSION, new PlayerId("alice"), new NodeId("proxy-1"), 2, false);
        return Stream.of(
                new ProxyMessage.Attach(
                        ALICE, SESSION, DeviceKey.of("device"), Encoding.PROTO, version, null, new NodeId("session-2")),
                new ProxyMessage.Attach(
                        ALICE, SESSION, null, Encoding.JSON, version, new Resume(SESSION, "resume-1", 1, 17), null),
                new ProxyMessage.Attach(ALICE, SESSION, null, Encoding.JSON, version, null, null)
                        .until(1_700_000_000_000L)
                        .beside(List.of(new SessionId("s-0"))),
                new ProxyMessage.Attach(ALICE, SESSION, null, Encoding.JSON, version, null, null)
                        .continuing(null)
                        .givenBack(true),
                new ProxyMessage.Detach(true),
                new ProxyMessage.Detach(false),
                new ProxyMessage.Held(),
                new ProxyMessage.Decide(7, new GameId("goldrush"), current, List.of(old, current)),
                new ProxyMessage.End(8, ALICE, SESSION, 1500),
                new ProxyMessage.TokenVerified(TokenVerdict.GOOD, 1_700_000_000_000L),
                ProxyMessage.TokenVerified.without(TokenVerdict.UNAVAILABLE));
    }

    static Stream<NodeMessage> nodeMessages() {
        return Stream.of(
                new NodeMessage.Attached(FRAME),
                new NodeMessage.Refused(1209, 500L, "Redis does not answer.", JsonText.EMPTY_OBJECT),
                new NodeMessage.Refused(3000, null, "The player cannot be read.", new JsonText("{\"a\":1}")),
                new NodeMessage.OwnedElsewhere(new NodeId("session-2")),
                new NodeMessage.Hold(),
                new NodeMessage.GivenBack(),
                new NodeMessage.Close(1500, FRAME),
                new NodeMessage.Decided(7, null),
                new NodeMessage.Decided(7, new NodeMessage.Kept(List.of())),
                new NodeMessage.Decided(7, new NodeMessage.Kept(List.of(SESSION))),
                new NodeMessage.Ended(8, true),
                new NodeMessage.VerifyToken("eyJ.a.b"),
                new NodeMessage.LoggedIn("eyJ.a.b", FRAME));
    }

    @Test
    void showsNoResumeTokenInItsText() {
        var frame = ByteString.copyFromUtf8("secret-resume-token");

        assertThat(new NodeMessage.Attached(frame)).hasToString("Attached[frame of 19 bytes]");
    }

    @ParameterizedTest
    @MethodSource("proxyMessages")
    void carriesWhatAProxySays(ProxyMessage message) throws DecodeException {
        assertThat(LinkCodec.decodeProxyMessage(LinkCodec.encode(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("nodeMessages")
    void carriesWhatANodeSays(NodeMessage message) throws DecodeException {
        assertThat(LinkCodec.decodeNodeMessage(LinkCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void isTriedWithEveryMessage() {
        assertThat(proxyMessages().map(Object::getClass)).containsAll(permitted(ProxyMessage.class));
        assertThat(nodeMessages().map(Object::getClass)).containsAll(permitted(NodeMessage.class));
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThatThrownBy(() -> LinkCodec.decodeProxyMessage(ByteString.EMPTY))
                .isInstanceOf(DecodeException.class)
                .hasMessage("has no type");
        assertThatThrownBy(() -> LinkCodec.decodeNodeMessage(FRAME)).isInstanceOf(DecodeException.class);
    }

    private static List<Class<?>> permitted(Class<?> messages) {
        return Arrays.asList(messages.getPermittedSubclasses());
    }
}
