package dev.gatehouse.session.admin.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.session.operations.OperatorDesk;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `.../players/{playerId}/standing`, `/ban` and `/kick`: who may not play, and who is to leave now. Works for every
/// player on every node, also for one who has never played.
final class StandingHandler {

    private static final JsonCodec<BanRequest> BAN = JsonCodec.ofOrder(BanRequest.class);
    private static final JsonCodec<StandingReply> STANDING = JsonCodec.of(StandingReply.class);
    private static final JsonCodec<LiftReply> LIFTED = JsonCodec.of(LiftReply.class);
    private static final JsonCodec<KickReply> KICKED = JsonCodec.of(KickReply.class);

    private final OperatorDesk desk;

    StandingHandler(OperatorDesk desk) {
        this.desk = desk;
    }

    /// @param until absent only where it is for good
    /// @param message for the player
    /// @param forGood said in so many words, so that nobody is banned for good by what was left out
    record BanRequest(
            @Member(1) @Nullable Instant until,
            @Member(2) @Nullable String message,
            @Member(3) boolean forGood) {

        Ban ban() {
            if (forGood == (until != null)) {
                throw new IllegalArgumentException(
                        "ban: " + (forGood ? "both" : "neither") + " (expected: until, or forGood true)");
            }
            return new Ban(until, message);
        }
    }

    record StandingReply(
            @Member(1) boolean banned,
            @Member(2) @Nullable Instant until,
            @Member(3) @Nullable String message,
            @Member(4) int highestLogicVersion) {

        static StandingReply of(Standing standing) {
            var ban = standing.ban();
            return new StandingReply(
                    ban != null,
                    ban == null ? null : ban.until(),
                    ban == null ? null : ban.message(),
                    standing.highestLogicVersion());
        }
    }

    /// @param lifted false where there was no ban
    record LiftReply(@Member(1) boolean lifted) {}

    /// @param ordered always true: every node carries it out within its interval
    record KickReply(@Member(1) boolean ordered) {}

    Mono<ServerResponse> show(ServerRequest request) {
        var player = Requests.player(request);
        return Ask.desk(() -> desk.standing(player))
                .flatMap(standing -> Replies.ok(STANDING, StandingReply.of(standing)));
    }

    Mono<ServerResponse> ban(ServerRequest request) {
        var player = Requests.player(request);
        return Requests.body(request, BAN)
                .map(BanRequest::ban)
                .onErrorMap(IllegalArgumentException.class, Ask::malformed)
                .flatMap(ban -> Ask.audited(request, "bans a player").then(Ask.desk(() -> desk.ban(player, ban))))
                .then(Mono.defer(() -> show(request)));
    }

    Mono<ServerResponse> lift(ServerRequest request) {
        var player = Requests.player(request);
        return Ask.audited(request, "lifts a ban")
                .then(Ask.desk(() -> desk.lift(player)))
                .flatMap(lifted -> Replies.ok(LIFTED, new LiftReply(lifted)));
    }

    Mono<ServerResponse> kick(ServerRequest request) {
        var player = Requests.player(request);
        return Ask.audited(request, "kicks a player")
                .then(Ask.desk(() -> desk.kick(player).thenApply(_ -> new KickReply(true))))
                .flatMap(reply -> Replies.ok(KICKED, reply));
    }
}
