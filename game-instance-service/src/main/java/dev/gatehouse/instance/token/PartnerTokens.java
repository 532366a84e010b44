package dev.gatehouse.instance.token;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.model.partner.Verified;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import dev.gatehouse.registry.instance.PairIds;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Mints pairs of partner tokens and tickets, and checks them. Safe to use from any thread.
public final class PartnerTokens {

    /// How long a ticket is good for.
    public static final Duration TICKET_LIFETIME = Duration.ofSeconds(60);

    private final Supplier<SigningKeys> keys;
    private final Duration pairLifetime;
    private final Supplier<String> tokenIds;

    /// @param keys the keys as they are now
    /// @param pairLifetime how long a pair is good
    /// @param tokenIds a new unguessable id on each call
    public PartnerTokens(Supplier<SigningKeys> keys, Duration pairLifetime, Supplier<String> tokenIds) {
        this.keys = keys;
        this.pairLifetime = pairLifetime;
        this.tokenIds = tokenIds;
    }

    /// A pair that was just signed.
    public record Minted(String socialToken, String gameToken, Pair pair) {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Minted[pair=%s]".formatted(pair);
        }
    }

    /// Whom a pair is for, and which one it is.
    public record Pair(
            ServerId server, GameId game, InstanceId instance, PairIds ids, Instant issuedAt, Instant expiresAt) {}

    public sealed interface PairCheck {
        record Good(Pair pair) implements PairCheck {}

        record Bad(PartnerError why) implements PairCheck {}
    }

    /// Of a pair that nobody has signed yet.
    public PairIds newPair() {
        return new PairIds(tokenIds.get(), tokenIds.get());
    }

    /// Signs a new pair for one server.
    public Minted mintPair(ServerId server, GameId game, InstanceId instance, Instant now) {
        return mintPair(server, game, instance, newPair(), now);
    }

    /// Signs the two tokens of one server.
    public Minted mintPair(ServerId server, GameId game, InstanceId instance, PairIds ids, Instant now) {
        var key = keys.get().signer(now);
        var social = claims(PartnerTokenType.SOCIAL, ids.social(), server.value(), game, instance, now, pairLifetime);
        var gameClaims = claims(PartnerTokenType.GAME, ids.game(), server.value(), game, instance, now, pairLifetime);
        return new Minted(
                key.sign(PartnerTokenType.SOCIAL, social),
                key.sign(PartnerTokenType.GAME, gameClaims),
                pairOf(social, gameClaims));
    }

    /// Signs a player's right to enter an instance once.
    public String mintTicket(PlayerId player, GameId game, InstanceId instance, Instant now) {
        return keys.get()
                .signer(now)
                .sign(
                        PartnerTokenType.TICKET,
                        claims(
                                PartnerTokenType.TICKET,
                                tokenIds.get(),
                                player.value(),
                                game,
                                instance,
                                now,
                                TICKET_LIFETIME));
    }

    /// Whether these are the two tokens of one server, each in its own place.
    public PairCheck checkPair(@Nullable String socialToken, @Nullable String gameToken, Instant now) {
        if (socialToken == null || gameToken == null) {
            return new PairCheck.Bad(PartnerError.UNAUTHENTICATED);
        }
        var checks = keys.get().checks();
        return switch (checks.verify(PartnerTokenType.GAME, gameToken, now)) {
            case Refused(var reason) -> bad(reason);
            case Accepted(var game) ->
                switch (checks.verify(PartnerTokenType.SOCIAL, socialToken, now)) {
                    case Refused(var reason) -> bad(reason);
                    case Accepted(var social) -> check(social, game);
                };
        };
    }

    /// Whether this is a ticket, for whatever instance; single use is not checked here.
    public Verified checkTicket(String ticket, Instant now) {
        return keys.get().checks().verify(PartnerTokenType.TICKET, ticket, now);
    }

    /// What `/.well-known/jwks.json` answers.
    public String jwks() {
        return PartnerKeys.publish(keys.get().published());
    }

    private static PairCheck bad(Reason reason) {
        return new PairCheck.Bad(reason == Reason.EXPIRED ? PartnerError.TOKEN_EXPIRED : PartnerError.UNAUTHENTICATED);
    }

    private static PairCheck check(PartnerClaims social, PartnerClaims game) {
        if (!social.sub().equals(game.sub())
                || !social.gid().equals(game.gid())
                || !social.gi().equals(game.gi())
                || social.sub().length() > ServerId.MAX_LENGTH) {
            return new PairCheck.Bad(PartnerError.UNAUTHENTICATED);
        }
        return new PairCheck.Good(pairOf(social, game));
    }

    private static Pair pairOf(PartnerClaims social, PartnerClaims game) {
        return new Pair(
                new ServerId(game.sub()),
                game.gid(),
                game.gi(),
                new PairIds(game.jti(), social.jti()),
                Instant.ofEpochSecond(game.iat()),
                Instant.ofEpochSecond(Math.min(social.exp(), game.exp())));
    }

    private PartnerClaims claims(
            PartnerTokenType type,
            String id,
            String subject,
            GameId game,
            InstanceId instance,
            Instant now,
            Duration lifetime) {
        long issuedAt = now.getEpochSecond();
        return new PartnerClaims(
                keys.get().issuer(),
                type.audience(),
                subject,
                game,
                instance,
                id,
                issuedAt,
                issuedAt,
                issuedAt + lifetime.toSeconds());
    }
}
