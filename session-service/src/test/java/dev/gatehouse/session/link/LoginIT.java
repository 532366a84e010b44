package dev.gatehouse.session.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.link.NodeMessage.Close;
import dev.gatehouse.model.link.NodeMessage.LoggedIn;
import dev.gatehouse.model.link.NodeMessage.VerifyToken;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static SessionNode node;

    @BeforeAll
    static void start() {
        node = SessionNode.start("session-1", REDIS.port(), "gatehouse.session.player.login-grace=100ms");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void asksTheProxyAboutATokenAndEndsTheSessionOnceItHasExpired() {
        try (var link = ProxyLink.open(node)) {
            var alice = new LinkClient(link, 1, "alice", "alice-1");
            alice.start();

            alice.says(1, new Login("another", null));
            assertThat(link.hearNode(1)).isEqualTo(new VerifyToken("another"));
            link.say(1, TokenVerified.without(TokenVerdict.NOT_ALLOWED));
            assertThat(((LoginResult) alice.hears()).ok()).isFalse();

            alice.says(2, new Login("third", null));
            assertThat(link.hearNode(1)).isEqualTo(new VerifyToken("third"));
            link.say(1, new TokenVerified(TokenVerdict.GOOD, 1L));
            assertThat(((LoginResult) alice.hears()).ok()).isTrue();

            assertThat(((Close) link.hearNodePastFrames(1)).code())
                    .isEqualTo(ConnectionError.TOKEN_EXPIRED_IN_SESSION.code());
        }
    }

    @Test
    @DisplayName("1.4 (13) a login ends an unauthenticated session for the player's, on the same socket")
    void endsAnUnauthenticatedSessionForThePlayersOnTheSameSocket() {
        try (var link = ProxyLink.open(node)) {
            var nobody = new LinkClient(link, 1, "unauthenticated~n-1", "n-1");
            assertThat(nobody.start().player()).isNull();

            nobody.says(1, new Rpc(1, "Till.balance", JsonText.EMPTY_OBJECT, null));
            assertThat(((RpcResult) nobody.hears()).error()).isEqualTo(CallError.of(CallErrorCode.UNAUTHENTICATED));
            nobody.says(2, new Login("good", null));
            assertThat(link.hearNode(1)).isEqualTo(new VerifyToken("good"));
            link.say(1, new TokenVerified(TokenVerdict.GOOD, null));
            var loggedIn = (LoggedIn) link.hearNode(1);
            assertThat(loggedIn.token()).isEqualTo("good");
            var last = RecordingLine.read(loggedIn.frame());
            assertThat(last.seq()).isEqualTo(2);
            assertThat(last.message()).isEqualTo(new LoginResult(true, null, null));
            assertThat(stored(nobody.player()).snapshot()).isNull();

            var bert = new LinkClient(link, 2, "bert", "b-1");
            assertThat(bert.startAfterLogin().player()).isNotNull();
            assertThat(bert.hears()).isInstanceOf(Ping.class);
            bert.says(1, new Rpc(1, "Till.balance", JsonText.EMPTY_OBJECT, null));
            assertThat(((RpcResult) bert.hears()).value()).isEqualTo(new JsonText("0"));
        }
    }

    private static StoredPlayer stored(PlayerKey player) {
        return node.bean(PlayerJournal.class).load(player).toCompletableFuture().join();
    }
}
