package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.Condition;
import dev.gatehouse.instance.life.DataChange;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.DrainRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.TokensShown;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.partner.Admission.Turned;
import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.GameServerRequest.Drain;
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
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the requests of game servers. Blocks; safe to use from any thread.
public final class PartnerRequests {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerRequests.class);
    private static final JsonCodec<PlayersChanged> PLAYERS = JsonCodec.of(PlayersChanged.class);
    private static final JsonCodec<InstanceUpdated> VERSIONS = JsonCodec.of(InstanceUpdated.class);
    private static final JsonCodec<PlayerUpdated> UPDATED = JsonCodec.of(PlayerUpdated.class);

    private final Admission admission;
    private final LinkRequests links;
    private final ServerCreations creations;
    private final InstanceDesk desk;
    private final InstanceLife life;
    private final PlayerLine players;
    private final LinkMetrics metrics;

    public PartnerRequests(
            Admission admission,
            LinkRequests links,
            ServerCreations creations,
            InstanceDesk desk,
            InstanceLife life,
            PlayerLine players,
            LinkMetrics metrics) {
        this.admission = admission;
        this.links = links;
        this.creations = creations;
        this.desk = desk;
        this.life = life;
        this.players = players;
        this.metrics = metrics;
    }

    /// Answers also where the registry is away or something is broken.
    public GameServerAnswer answer(Caller caller, GameServerRequest request) {
        var answer = request.instanceId().equals(caller.pair().instance())
                ? orUnavailable(request, () -> answerOwn(caller, request))
                : GameServerAnswer.refused(request.id(), PartnerError.NOT_YOUR_INSTANCE);
        metrics.asked(request.getClass().getSimpleName(), answer.ok());
        if (request instanceof Link) {
            metrics.linked(errorOf(answer));
        }
        if (request instanceof CreateInstance) {
            metrics.created(errorOf(answer));
        }
        return answer;
    }

    private static @Nullable PartnerError errorOf(GameServerAnswer answer) {
        return answer.error() == null
                ? null
                : PartnerError.of(answer.error().code()).orElse(null);
    }

    private static GameServerAnswer orUnavailable(GameServerRequest request, Supplier<GameServerAnswer> answering) {
        var type = request.getClass().getSimpleName();
        try {
            return answering.get();
        } catch (RegistryUnavailableException e) {
            LOG.warn("{} of instance {} failed: {}", type, request.instanceId(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} of instance {} failed", type, request.instanceId(), e);
        }
        return GameServerAnswer.refused(request.id(), PartnerError.UNAVAILABLE);
    }

    /// What comes to one change of the instance is judged with the change; all else before.
    private GameServerAnswer answerOwn(Caller caller, GameServerRequest request) {
        return switch (request) {
            case Link link -> settled(caller, links.link(caller, link));
            case ConnectPlayers(var id, var _, var who) ->
                changed(caller, id, new PlayersConnected(who), PLAYERS.encode(new PlayersChanged(who)));
            case PlayerEvent(var id, var _, var who, var event) ->
                changed(caller, id, new PresenceChanged(who, event == Presence.JOINED), "{}");
            case Drain(var id, var _, var within) ->
                changed(caller, id, new DrainRequested(Duration.ofMillis(within)), "{}");
            case KeepAlive keepAlive -> admitted(caller, keepAlive, _ -> links.keepAlive(caller, keepAlive));
            case VerifyTicket verify -> touched(caller, verify, instance -> links.verify(caller, verify, instance));
            case RemovePlayers(var id, var _, var who) ->
                touched(
                        caller,
                        request,
                        instance -> answer(
                                id,
                                desk.remove(InstanceAsker.GAME_SERVER, instance, who),
                                _ -> PLAYERS.encode(new PlayersChanged(who))));
            case UpdateInstance update -> touched(caller, update, instance -> update(update, instance));
            case End(var id, var _, var why) ->
                touched(
                        caller,
                        request,
                        instance -> answer(id, desk.end(InstanceAsker.GAME_SERVER, instance, why), _ -> "{}"));
            case UpdatePlayer update -> touched(caller, update, instance -> update(update, instance));
            case CreateInstance create ->
                touched(
                        caller,
                        create,
                        instance -> creations.create(caller.pair().server(), create, instance));
        };
    }

    private GameServerAnswer changed(Caller caller, String id, LifeEvent event, String value) {
        var answer = switch (life.apply(caller.seen(), event, admission.linked(caller))) {
            case Done _ -> GameServerAnswer.done(id, new JsonText(value));
            case Failed(var why) -> GameServerAnswer.refused(id, why);
        };
        return settled(caller, answer);
    }

    /// A server that only says that it is well does nothing with its instance; with all else it touches it.
    private GameServerAnswer touched(
            Caller caller, GameServerRequest request, Function<InstanceRecord, GameServerAnswer> answering) {
        return admitted(caller, request, instance -> {
            var given = answering.apply(instance);
            if (given.ok()) {
                life.touch(instance);
            }
            return given;
        });
    }

    private GameServerAnswer admitted(
            Caller caller, GameServerRequest request, Function<InstanceRecord, GameServerAnswer> answering) {
        return switch (admission.admit(caller)) {
            case Turned(var why) -> GameServerAnswer.refused(request.id(), why);
            case Admitted(var instance) -> settled(caller, answering.apply(instance));
        };
    }

    /// A server that shows its newest pair has heard of it, and needs the one before no more.
    private GameServerAnswer settled(Caller caller, GameServerAnswer answer) {
        var pair = caller.pair().ids();
        boolean isNews = answer.ok()
                && caller.shown()
                && caller.seen()
                        .stored()
                        .map(stored -> stored.instance().server())
                        .filter(server -> server.earlier() != null && server.isNewest(pair))
                        .isPresent();
        if (isNews) {
            life.apply(caller.seen(), new TokensShown(pair), Condition.NONE);
        }
        return answer;
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
