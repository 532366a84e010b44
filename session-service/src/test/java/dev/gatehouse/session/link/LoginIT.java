package dev.gatehouse.session.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.link.NodeMessage.Close;
import dev.gatehouse.model.link.NodeMessage.VerifyToken;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @Test
    void asksTheProxyAboutATokenAndEndsTheSessionOnceItHasExpired() {
        try (var node = SessionNode.start("session-1", REDIS.port(), "gatehouse.session.player.login-grace=100ms");
                var link = ProxyLink.open(node)) {
            var alice = new LinkClient(link, 1, "alice", "alice-1");
            alice.start();

            alice.says(1, new Login("another"));
            assertThat(link.hearNode(1)).isEqualTo(new VerifyToken("another"));
            link.say(1, TokenVerified.without(TokenVerdict.NOT_ALLOWED));
            assertThat(((LoginResult) alice.hears()).ok()).isFalse();

            alice.says(2, new Login("third"));
            assertThat(link.hearNode(1)).isEqualTo(new VerifyToken("third"));
            link.say(1, new TokenVerified(TokenVerdict.GOOD, 1L));
            assertThat(((LoginResult) alice.hears()).ok()).isTrue();

            assertThat(((Close) link.hearNodePastFrames(1)).code())
                    .isEqualTo(ConnectionError.TOKEN_EXPIRED_IN_SESSION.code());
        }
    }
}
