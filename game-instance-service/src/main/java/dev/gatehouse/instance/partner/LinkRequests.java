package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.ServerLinked;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.TicketHolder;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the requests that need to know which link is live and which ticket was used.
public final class LinkRequests {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRequests.class);
    private static final JsonCodec<LinkedInstance> LINKED = JsonCodec.of(LinkedInstance.class);
    private static final JsonCodec<TicketHolder> HOLDER = JsonCodec.of(TicketHolder.class);

    private final Admission admission;
    private final ServerLinks links;
    private final InstanceLife life;
    private final PartnerTokens tokens;
    private final Deadlines deadlines;
    private final InstantSource time;

    public LinkRequests(
            Admission admission,
            ServerLinks links,
            InstanceLife life,
            PartnerTokens tokens,
            Deadlines deadlines,
            InstantSource time) {
        this.admission = admission;
        this.links = links;
        this.life = life;
        this.tokens = tokens;
        this.deadlines = deadlines;
        this.time = time;
    }

    GameServerAnswer link(Caller caller, Link request) {
        var link = caller.link();
        if (link == null) {
            return GameServerAnswer.refused(request.id(), PartnerError.UNKNOWN_REQUEST);
        }
        return switch (take(caller, link, request)) {
            case Done(var instance, var _) ->
                GameServerAnswer.done(
                        request.id(), new JsonText(LINKED.encode(LinkedInstances.of(instance, deadlines))));
            case Failed(var why) -> {
                if (why == PartnerError.ALREADY_LINKED) {
                    LOG.warn(
                            "a second link of game server {} for instance {} was refused",
                            caller.pair().server(),
                            request.instanceId());
                }
                yield GameServerAnswer.refused(request.id(), why);
            }
        };
    }

    /// The link is taken with the change that it makes, so that of two at once only one gets further than this.
    private Result take(Caller caller, String link, Link request) {
        var address = new Address(request.host(), request.port(), request.capacity());
        var condition = admission.linking(caller.pair(), link, request.run(), deadlines.silence());
        var result = life.apply(caller.seen(), new ServerLinked(address), condition);
        if (result instanceof Failed(var why) && why == PartnerError.OTHER_ADDRESS && isAnothers(caller, link)) {
            // Whoever is elsewhere is not the process that has the link.
            return new Failed(PartnerError.ALREADY_LINKED);
        }
        boolean isBack = result instanceof Done(var _, var changed) && !changed;
        return isBack && !links.claim(caller.seen().id(), link, request.run(), deadlines.silence())
                ? new Failed(PartnerError.ALREADY_LINKED)
                : result;
    }

    private static boolean isAnothers(Caller caller, String link) {
        return caller.seen()
                .stored()
                .map(Stored::link)
                .filter(live -> !live.equals(link))
                .isPresent();
    }

    GameServerAnswer keepAlive(Caller caller, KeepAlive request) {
        var link = caller.link();
        boolean alive = link == null || links.claim(request.instanceId(), link, null, deadlines.silence());
        return alive
                ? GameServerAnswer.done(request.id())
                : GameServerAnswer.refused(request.id(), PartnerError.ALREADY_LINKED);
    }

    GameServerAnswer verify(Caller caller, VerifyTicket request, InstanceRecord instance) {
        return switch (tokens.checkTicket(request.ticket(), time.instant())) {
            case Refused(var reason) ->
                GameServerAnswer.refused(
                        request.id(),
                        reason == Reason.EXPIRED ? PartnerError.TICKET_EXPIRED : PartnerError.TICKET_INVALID);
            case Accepted(var claims) -> admit(caller, request, instance, claims);
        };
    }

    private GameServerAnswer admit(Caller caller, VerifyTicket request, InstanceRecord instance, PartnerClaims claims) {
        if (!claims.gi().equals(instance.id()) || !claims.gid().equals(instance.gameId())) {
            return GameServerAnswer.refused(request.id(), PartnerError.TICKET_INVALID);
        }
        var seat = instance.seat(new PlayerId(claims.sub()));
        if (seat.isEmpty()) {
            return GameServerAnswer.refused(request.id(), PartnerError.PLAYER_NOT_IN_INSTANCE);
        }
        if (!seat.get().connected()) {
            // It was for an earlier seat of the same player.
            return GameServerAnswer.refused(request.id(), PartnerError.TICKET_INVALID);
        }
        // Kept for longer than the ticket lives, so that no clock difference lets it in twice.
        var kept = PartnerTokens.TICKET_LIFETIME.multipliedBy(2);
        var use = links.useTicket(instance.id(), claims.jti(), kept);
        if (use.isEmpty()) {
            return GameServerAnswer.refused(request.id(), PartnerError.TICKET_USED);
        }
        return switch (orGivenBack(instance.id(), claims.jti(), use.get(), comesIn(caller, seat.get()))) {
            case Done _ -> {
                var holder = new TicketHolder(seat.get().playerId(), seat.get().team());
                yield GameServerAnswer.done(request.id(), new JsonText(HOLDER.encode(holder)));
            }
            case Failed(var why) -> GameServerAnswer.refused(request.id(), why);
        };
    }

    /// Who comes in is in the game from now on; and who was removed meanwhile does not come in after all.
    private Result comesIn(Caller caller, Seat seat) {
        return life.apply(caller.seen(), new PresenceChanged(seat.playerId(), true), admission.linked(caller));
    }

    /// A ticket that nobody came in on is good for another try, where that may succeed. Where nobody can
    /// tell whether its player came in it stays used: it must not be good twice.
    private Result orGivenBack(InstanceId instance, String ticket, String use, Result result) {
        if (result instanceof Failed(var why) && why.retryable()) {
            links.giveTicketBack(instance, ticket, use);
        }
        return result;
    }
}
