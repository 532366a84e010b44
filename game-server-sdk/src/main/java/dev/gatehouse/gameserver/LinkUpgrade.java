package dev.gatehouse.gameserver;

import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/// Opens the socket with both tokens.
final class LinkUpgrade {

    private static final int UNAUTHORIZED = 401;

    static void open(
            HttpClient http, GameServerConfiguration configuration, PartnerSocket socket, Duration connectWithin) {
        try {
            http.newWebSocketBuilder()
                    .connectTimeout(connectWithin)
                    .header("Authorization", "Bearer " + configuration.gameToken())
                    .header(PartnerHeaders.SOCIAL_TOKEN, configuration.socialToken())
                    .buildAsync(configuration.linkUrl(), socket)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused
                    && refused.getResponse().statusCode() == UNAUTHORIZED) {
                throw GameServerException.of(PartnerError.UNAUTHENTICATED);
            }
            throw new GameServerException(
                    GameServerException.UNREACHABLE, "no link to " + configuration.linkUrl(), true, e);
        }
    }

    private LinkUpgrade() {}
}
