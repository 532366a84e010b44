package dev.gatehouse.gameserver;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// The service's public keys, and the check of a ticket that needs nothing else. Safe to use from any thread.
final class TicketKeys {

    /// Many times what a service has keys for.
    static final int MAX_ANSWER_BYTES = 1 << 18;

    /// Tickets with strange keys must not make this server ask for keys all the time.
    private static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI address;
    private final InstantSource time;
    private final Duration within;
    private final String issuer;
    private volatile PartnerKeys keys; // The newest that have come.
    private CompletableFuture<PartnerKeys> asked; // Guarded by this, as is askedAt.
    private Instant askedAt;

    /// @param within how long the keys may take to come whole
    /// @throws GameServerException if the keys cannot be had
    TicketKeys(HttpClient http, GameServerConfiguration configuration, InstantSource time, Duration within) {
        this.http = http;
        this.address = configuration.keysUrl();
        this.time = time;
        this.within = within;
        this.issuer = issuerOf(configuration.gameToken());
        this.askedAt = time.instant();
        this.asked = fetch();
        this.keys = whenCome(asked);
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

    private Verified verify(String ticket) {
        var now = time.instant();
        var verified = keys.verify(PartnerTokenType.TICKET, ticket, now);
        if (!(verified instanceof Refused(var reason) && reason == Reason.UNKNOWN_KEY)) {
            return verified;
        }
        keys = whenCome(newest(now));
        return keys.verify(PartnerTokenType.TICKET, ticket, now);
    }

    /// What was asked for last, or is asked for now.
    private synchronized CompletableFuture<PartnerKeys> newest(Instant now) {
        if (asked.isDone() && !now.isBefore(askedAt.plus(ASK_AT_MOST_EVERY))) {
            askedAt = now;
            asked = fetch();
        }
        return asked;
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

    private CompletableFuture<PartnerKeys> fetch() {
        var request = HttpRequest.newBuilder(address).build();
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        return answer.thenApply(response -> read(response.body()))
                .orTimeout(within.toMillis(), MILLISECONDS)
                .whenComplete((_, _) -> answer.cancel(true));
    }

    private PartnerKeys read(String answer) {
        try {
            return PartnerKeys.of(answer, issuer);
        } catch (DecodeException | GeneralSecurityException e) {
            throw new CompletionException(e);
        }
    }

    private PartnerKeys whenCome(CompletableFuture<PartnerKeys> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new GameServerException(GameServerException.UNREACHABLE, "no keys from " + address, true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GameServerException(GameServerException.UNREACHABLE, "interrupted", true, e);
        }
    }
}
