package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.DataChange;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.TokensShown;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.partner.Admission.Turned;
import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.partner.GameServerRequest.Presence;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.InstanceUpdated;
import dev.gatehouse.model.partner.InstanceUpdated.PlayerVersion;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PlayerUpdated;
import dev.gatehouse.model.partner.PlayersChanged;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.function.Function;

/// Answers the requests of game servers. Blocks; safe to use from any thread.
public final class PartnerRequests {

    private static final JsonCodec<PlayersChanged> PLAYERS = JsonCodec.of(PlayersChanged.class);
    private static final JsonCodec<InstanceUpdated> VERSIONS = JsonCodec.of(InstanceUpdated.class);
    private static final JsonCodec<PlayerUpdated> UPDATED = JsonCodec.of(PlayerUpdated.class);

    private final Admission admission;
    private final LinkRequests links;
    private final InstanceDesk desk;
    private final InstanceLife life;
    private final PlayerLine players;
    private final LinkMetrics metrics;

    public PartnerRequests(
            Admission admission,
            LinkRequests links,
            InstanceDesk desk,
            InstanceLife life,
            PlayerLine players,
            LinkMetrics metrics) {
        this.admission = admission;
        this.links = links;
        this.desk = desk;
        this.life = life;
        this.players = players;
        this.metrics = metrics;
    }

    public GameServerAnswer answer(Caller caller, GameServerRequest request) {
        var answer = switch (admission.admit(caller, request)) {
            case Turned(var why) -> GameServerAnswer.refused(request.id(), why);
            case Admitted(var instance) -> {
                settle(caller, instance);
                var given = answer(caller, request, instance);
                // A server that only says that it is well does nothing with its instance.
                if (given.ok() && !(request instanceof KeepAlive)) {
                    life.touch(instance);
                }
                yield given;
            }
        };
        metrics.asked(request.getClass().getSimpleName(), answer.ok());
        if (request instanceof Link) {
            metrics.linked(
                    answer.error() == null
                            ? null
                            : PartnerError.of(answer.error().code()).orElse(null));
        }
        return answer;
    }

    private GameServerAnswer answer(Caller caller, GameServerRequest request, InstanceRecord instance) {
        return switch (request) {
            case Link link -> links.link(caller, link);
            case KeepAlive keepAlive -> links.keepAlive(caller, keepAlive);
            case VerifyTicket verify -> links.verify(verify, instance);
            case ConnectPlayers(var id, var at, var who) ->
                changed(id, at, new PlayersConnected(who), PLAYERS.encode(new PlayersChanged(who)));
            case RemovePlayers(var id, var _, var who) ->
                answer(
                        id,
                        desk.remove(InstanceAsker.GAME_SERVER, instance, who),
                        _ -> PLAYERS.encode(new PlayersChanged(who)));
            case UpdateInstance update -> update(update, instance);
            case PlayerEvent(var id, var at, var who, var event) ->
                changed(id, at, new PresenceChanged(who, event == Presence.JOINED), "{}");
            case End(var id, var _, var why) ->
                answer(id, desk.end(InstanceAsker.GAME_SERVER, instance, why), _ -> "{}");
            case UpdatePlayer update -> update(update, instance);
        };
    }

    /// A server that shows its newest pair has heard of it, and needs the one before no more.
    private void settle(Caller caller, InstanceRecord instance) {
        var server = instance.server();
        var pair = caller.pair().ids();
        if (caller.shown() && server != null && server.earlier() != null && server.isNewest(pair)) {
            life.apply(instance.id(), new TokensShown(pair));
        }
    }

    private GameServerAnswer changed(String id, InstanceId instance, LifeEvent event, String value) {
        return switch (life.apply(instance, event)) {
            case Done _ -> GameServerAnswer.done(id, new JsonText(value));
            case Failed(var why) -> GameServerAnswer.refused(id, why);
        };
    }

    private static GameServerAnswer answer(
            String id, InstanceDesk.Answer answer, Function<InstanceRecord, String> value) {
        return switch (answer) {
            case InstanceDesk.Answer.Done(var instance, var _) ->
                GameServerAnswer.done(id, new JsonText(value.apply(instance)));
            case InstanceDesk.Answer.Refused(var why) -> GameServerAnswer.refused(id, why);
        };
    }

    private GameServerAnswer update(UpdateInstance request, InstanceRecord instance) {
        var change = DataChange.of(request);
        return answer(
                request.id(),
                desk.update(InstanceAsker.GAME_SERVER, instance, change),
                updated -> versions(updated, change));
    }

    private static String versions(InstanceRecord instance, DataChange change) {
        var players = change.players().stream()
                .flatMap(write -> instance.seat(write.playerId()).stream())
                .map(seat -> new PlayerVersion(seat.playerId(), seat.data().version()))
                .toList();
        return VERSIONS.encode(new InstanceUpdated(instance.data().version(), players));
    }

    private GameServerAnswer update(UpdatePlayer request, InstanceRecord instance) {
        if (instance.seat(request.playerId()).isEmpty()) {
            return GameServerAnswer.refused(request.id(), PartnerError.PLAYER_NOT_IN_INSTANCE);
        }
        var player = new PlayerKey(instance.gameId(), request.playerId());
        return switch (players.act(player, request.mode(), request.action(), request.key())) {
            case ActionAnswer.Accepted(var id) ->
                GameServerAnswer.done(request.id(), new JsonText(UPDATED.encode(new PlayerUpdated(id))));
            case ActionAnswer.Refused(var why) -> GameServerAnswer.refused(request.id(), why);
        };
    }
}
