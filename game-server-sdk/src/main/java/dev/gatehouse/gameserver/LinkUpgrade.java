package dev.gatehouse.gameserver;

import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/// Opens the sockets of both kinds of link. Blocks until they are open.
final class LinkUpgrade {

    private static final int UNAUTHORIZED = 401;
    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient http;
    private final Duration connectWithin;

    LinkUpgrade(Duration connectWithin) {
        this.http = HttpClient.newBuilder().connectTimeout(connectWithin).build();
        this.connectWithin = connectWithin;
    }

    HttpClient http() {
        return http;
    }

    /// A game server's, with both tokens.
    ///
    /// @throws GameServerException if it cannot be opened
    void open(GameServerConfiguration configuration, PartnerSocket socket) {
        var upgrade =
                upgrade(configuration.gameToken()).header(PartnerHeaders.SOCIAL_TOKEN, configuration.socialToken());
        open(upgrade, configuration.linkUrl(), socket.texts(), PartnerError.UNAUTHENTICATED.message());
    }

    /// A pool server's, with its pool's key.
    ///
    /// @throws GameServerException if it cannot be opened
    void open(PoolConfiguration configuration, TextSocket socket) {
        open(upgrade(configuration.key()), configuration.poolUrl(), socket, "The key is none of any pool's.");
    }

    private WebSocket.Builder upgrade(String bearer) {
        return http.newWebSocketBuilder().connectTimeout(connectWithin).header(AUTHORIZATION, "Bearer " + bearer);
    }

    /// @param unknown what a 401 means, for people
    private static void open(WebSocket.Builder upgrade, URI url, TextSocket socket, String unknown) {
        try {
            upgrade.buildAsync(url, socket).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused
                    && refused.getResponse().statusCode() == UNAUTHORIZED) {
                throw new GameServerException(PartnerError.UNAUTHENTICATED.code(), unknown, false);
            }
            throw new GameServerException(GameServerException.UNREACHABLE, "no link to " + url, true, e);
        }
    }
}
