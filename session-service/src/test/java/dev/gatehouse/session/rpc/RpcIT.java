package dev.gatehouse.session.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.ProxyMessage.Detach;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RpcIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static SessionNode node;
    private ProxyLink link;

    @BeforeAll
    static void start() {
        node = SessionNode.start("session-1", REDIS.port());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void open() {
        link = ProxyLink.open(node);
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void seesEverythingThatItsClientSentBefore() {
        var alice = new LinkClient(link, 1, "alice", "alice-1");
        alice.start();

        alice.digs(1, 4);
        alice.says(2, call(1, "Till.balance", "{}"));

        assertThat(alice.hears()).isInstanceOf(FlushResult.class);
        assertThat(alice.hears()).isEqualTo(new RpcResult(1, true, new JsonText("4"), null));
    }

    @Test
    void callsTheClientBackAndGivesItsPlayerAnAction() {
        var bert = new LinkClient(link, 1, "bert", "bert-1");
        bert.start();

        bert.says(1, call(1, "Till.offer", "{\"gold\":7}"));
        assertThat(bert.hears())
                .isEqualTo(new ServerMessage.Rpc((1 << 24) + 1, "wants", new JsonText("{\"gold\":7}"), 5_000L));
        bert.says(2, new ClientMessage.RpcResult((1 << 24) + 1, true, new JsonText("true"), null));

        assertThat(bert.hears()).isInstanceOf(ServerAction.class);
        assertThat(bert.hears()).isEqualTo(new RpcResult(1, true, new JsonText("true"), null));
    }

    @Test
    @DisplayName("1.4 (20) a call sent again over the next socket runs once and is answered there")
    void answersOnceOverTheNextSocketWhereTheFirstIsLost() {
        var cora = new LinkClient(link, 1, "cora", "cora-1");
        var started = cora.start();
        link.send(1, Kind.PAUSE, ByteString.EMPTY);
        cora.says(1, call(1, "Till.balance", "{}"));
        link.say(1, new Detach(false));

        var back = new LinkClient(link, 2, "cora", "cora-1");
        var resume = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 0);
        var resumed = (SessionResumed) LinkClient.firstOf(back.attach(resume, null));
        back.says(1, call(1, "Till.balance", "{}"));
        back.says(2, call(2, "Till.balance", "{}"));

        assertThat(resumed.received()).isEqualTo(1);
        assertThat(back.hears()).isEqualTo(new RpcResult(1, true, new JsonText("0"), null));
        assertThat(back.hears()).isEqualTo(new RpcResult(2, true, new JsonText("0"), null));
    }

    @Test
    @DisplayName("1.4 (2) nothing is run before the session has started")
    void runsNothingBeforeTheSessionHasStarted() {
        var dora = new LinkClient(link, 1, "dora", "dora-1");
        dora.says(1, call(1, "Till.balance", "{}"));

        dora.start();
        dora.says(1, call(2, "Till.balance", "{}"));

        assertThat(dora.hears()).isEqualTo(new RpcResult(2, true, new JsonText("0"), null));
    }

    private static Rpc call(long id, String method, String args) {
        return new Rpc(id, method, new JsonText(args), null);
    }
}
