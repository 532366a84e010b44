package dev.gatehouse.session.talk;

import static dev.gatehouse.session.talk.TalkBench.changed;
import static dev.gatehouse.session.talk.TalkBench.event;
import static dev.gatehouse.session.talk.TalkBench.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage.Detach;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.GroupClose;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ClientMessage.Subscribe;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionPatch;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What sessions on different nodes say to each other, over one Redis.
class TalkIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static SessionNode first;
    private static SessionNode second;
    private ProxyLink here;
    private ProxyLink there;

    @BeforeAll
    static void start() {
        first = SessionNode.start("session-1", REDIS.port());
        second = SessionNode.start("session-2", REDIS.port());
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @BeforeEach
    void open() {
        here = ProxyLink.open(first);
        there = ProxyLink.open(second);
    }

    @AfterEach
    void close() {
        there.close();
        here.close();
    }

    @Test
    void tellsMembersOnBothNodesTheSameThingsInOneOrder() {
        var scope = EventScope.group("lounge:1");
        var alice = new LinkClient(here, 1, "alice", "alice-1");
        var bert = new LinkClient(there, 1, "bert", "bert-1");
        alice.start();
        bert.start();

        alice.says(1, new GroupJoin(1, "lounge:1", null));
        assertThat(alice.hears()).isEqualTo(ok(1));
        bert.says(1, new GroupJoin(1, "lounge:1", null));
        assertThat(hears(bert, 2)).containsExactly(ok(1), changed("lounge:1", GroupChange.JOINED, "alice"));
        assertThat(alice.hears()).isEqualTo(changed("lounge:1", GroupChange.JOINED, "bert"));

        for (int i = 2; i < 12; i++) {
            alice.says(i, says(scope, "\"from here\""));
            bert.says(i, says(scope, "\"from there\""));
        }
        var heard = hears(alice, 20);
        assertThat(hears(bert, 20)).isEqualTo(heard);
        assertThat(heard).containsOnly(event(scope, "\"from here\"", "alice"), event(scope, "\"from there\"", "bert"));

        bert.says(12, new GroupClose(2, "lounge:1", null));
        assertThat(alice.hears()).isEqualTo(changed("lounge:1", GroupChange.CLOSED, null));
        assertThat(hears(bert, 2)).containsExactlyInAnyOrder(changed("lounge:1", GroupChange.CLOSED, null), ok(2));
    }

    @Test
    void bringsWhatWasSaidMeanwhileAfterAResume() {
        var cora = new LinkClient(here, 1, "cora", "cora-1");
        var started = cora.start();
        var dora = new LinkClient(there, 1, "dora", "dora-1");
        dora.start();
        here.send(1, Kind.PAUSE, ByteString.EMPTY);
        here.say(1, new Detach(false));

        dora.says(1, new ClientMessage.Rpc(1, "Board.announce", new JsonText("{\"text\":\"hello\"}"), null));
        assertThat(hears(dora, 2)).contains(event("announced", EventScope.everybody(), "\"hello\"", null));
        var back = new LinkClient(here, 2, "cora", "cora-1");
        LinkClient.firstOf(
                back.attach(new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 0), null));

        assertThat(back.hears()).isEqualTo(event("announced", EventScope.everybody(), "\"hello\"", null));
    }

    @Test
    @DisplayName("1.4 (16) a session whose node is lost stays in its groups and follows what it followed")
    void keepsGroupsAndDocumentsOfASessionWhoseNodeIsLost() {
        var gina = new LinkClient(here, 1, "gina", "gina-1");
        gina.start();
        gina.says(1, count(1, "gina"));
        assertThat(gina.hears()).isInstanceOf(RpcResult.class);
        gina.says(2, new Subscribe(5, "boards/gina"));
        gina.says(3, new GroupJoin(2, "lounge:2", null));
        assertThat(hears(gina, 2)).contains(ok(2)).anyMatch(SubscriptionSnapshot.class::isInstance);
        var hugo = new LinkClient(there, 2, "hugo", "hugo-1");
        hugo.start();
        hugo.says(1, new GroupJoin(1, "lounge:2", null));
        assertThat(hears(hugo, 2)).containsExactly(ok(1), changed("lounge:2", GroupChange.JOINED, "gina"));
        assertThat(gina.hears()).isEqualTo(changed("lounge:2", GroupChange.JOINED, "hugo"));

        var after = new LinkClient(there, 1, "gina", "gina-1");
        assertThat(after.carryOn(new NodeId("session-1"))).isInstanceOf(NodeMessage.Attached.class);

        // That the join is done may be stored a little later than its effect: then it is sent again, and nothing
        // changes.
        assertThat(heardUntil(after, Rewind.class)).isIn(new Rewind(2, 2, true), new Rewind(2, 3, true));
        assertThat(heardUntil(after, SubscriptionSnapshot.class).id()).isEqualTo(5);
        var scope = EventScope.group("lounge:2");
        hugo.says(2, says(scope, "1"));
        assertThat(hugo.hears()).isEqualTo(event(scope, "1", "hugo"));
        assertThat(heardUntil(after, ServerMessage.Event.class)).isEqualTo(event(scope, "1", "hugo"));
        hugo.says(3, count(2, "gina"));
        assertThat(heardUntil(after, SubscriptionPatch.class).id()).isEqualTo(5);
    }

    private static <T extends ServerMessage> T heardUntil(LinkClient client, Class<T> type) {
        return Stream.generate(client::hears)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("1.4 (15) a document reaches followers on both nodes as a snapshot and what follows on it")
    void tellsEveryVersionOfADocumentOnBothNodes() throws Exception {
        var eve = new LinkClient(here, 1, "eve", "eve-1");
        var finn = new LinkClient(there, 1, "finn", "finn-1");
        eve.start();
        finn.start();
        eve.says(1, count(1, "eve"));
        assertThat(eve.hears()).isInstanceOf(RpcResult.class);
        eve.says(2, new Subscribe(1, "boards/eve"));
        finn.says(1, new Subscribe(1, "boards/eve"));
        var start = (SubscriptionSnapshot) eve.hears();
        assertThat(finn.hears()).isEqualTo(start);
        long last = start.version() + 20;

        for (int i = 3; i < 13; i++) {
            eve.says(i, count(i, "eve"));
            finn.says(i - 1, count(i, "eve"));
        }

        assertThat(follow(eve, start, last)).isEqualTo(String.valueOf(last));
        assertThat(follow(finn, start, last)).isEqualTo(String.valueOf(last));
    }

    /// What a client makes of what it hears up to a version.
    private static String follow(LinkClient client, SubscriptionSnapshot start, long last) throws DecodeException {
        var value = start.value();
        long version = start.version();
        while (version < last) {
            var message = client.hears();
            switch (message) {
                case SubscriptionPatch(var _, var next, var patch) -> {
                    assertThat(next).isEqualTo(version + 1);
                    version = next;
                    value = JsonPatches.apply(value, patch);
                }
                case SubscriptionSnapshot(var _, var next, var whole) -> {
                    assertThat(next).isGreaterThan(version);
                    version = next;
                    value = whole;
                }
                default -> assertThat(message).isInstanceOf(RpcResult.class);
            }
        }
        return value.text();
    }

    private static ClientMessage.Rpc count(long id, String name) {
        return new ClientMessage.Rpc(id, "Board.count", new JsonText("{\"name\":\"" + name + "\"}"), null);
    }

    private static ClientMessage.Event says(EventScope scope, String payload) {
        return new ClientMessage.Event("note", scope, new JsonText(payload));
    }

    private static List<ServerMessage> hears(LinkClient client, int messages) {
        return Stream.generate(client::hears).limit(messages).toList();
    }
}
