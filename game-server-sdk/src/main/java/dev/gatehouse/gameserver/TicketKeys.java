package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.model.partner.Verified;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The service's public keys, and the check of a ticket that needs nothing else. Safe to use from any thread.
final class TicketKeys {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// Tickets with strange keys must not make this server ask for keys all the time.
    private static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(10);

    private final HttpClient http;
    private final GameServerConfiguration configuration;
    private final InstantSource time;
    private final String issuer;
    private PartnerKeys keys; // Guarded by this, as is askedAt.
    private Instant askedAt;

    /// @throws GameServerException if the keys cannot be had
    TicketKeys(HttpClient http, GameServerConfiguration configuration, InstantSource time) {
        this.http = http;
        this.configuration = configuration;
        this.time = time;
        this.issuer = issuerOf(configuration.gameToken());
        this.askedAt = time.instant();
        this.keys = fetch(http, configuration, issuer);
    }

    /// @throws GameServerException if this is no good ticket for the instance
    PartnerClaims check(String ticket, InstanceId instance) {
        var verified = verify(ticket);
        if (verified instanceof Accepted(var claims) && claims.gi().equals(instance)) {
            return claims;
        }
        boolean expired = verified instanceof Refused(var reason) && reason == Reason.EXPIRED;
        throw GameServerException.of(expired ? PartnerError.TICKET_EXPIRED : PartnerError.TICKET_INVALID);
    }

    private synchronized Verified verify(String ticket) {
        var now = time.instant();
        var verified = keys.verify(PartnerTokenType.TICKET, ticket, now);
        boolean unknownKey = verified instanceof Refused(var reason) && reason == Reason.UNKNOWN_KEY;
        if (!unknownKey || now.isBefore(askedAt.plus(ASK_AT_MOST_EVERY))) {
            return verified;
        }
        askedAt = now;
        keys = fetch(http, configuration, issuer);
        return keys.verify(PartnerTokenType.TICKET, ticket, now);
    }

    /// The keys' address comes from the same hand as this server's own tokens, so their issuer is the one to
    /// expect.
    private static String issuerOf(String token) {
        try {
            return PartnerKeys.readUnchecked(token).iss();
        } catch (DecodeException e) {
            throw GameServerException.of(PartnerError.UNAUTHENTICATED);
        }
    }

    private static PartnerKeys fetch(HttpClient http, GameServerConfiguration configuration, String issuer) {
        try {
            var request = HttpRequest.newBuilder(configuration.keysUrl())
                    .timeout(TIMEOUT)
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return PartnerKeys.of(response.body(), issuer);
        } catch (IOException | DecodeException | GeneralSecurityException e) {
            throw new GameServerException(
                    GameServerException.UNREACHABLE, "no keys from " + configuration.keysUrl(), true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GameServerException(GameServerException.UNREACHABLE, "interrupted", true, e);
        }
    }
}
