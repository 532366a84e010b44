package dev.gatehouse.instance.request;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.instance.life.Creation;
import dev.gatehouse.instance.life.CreationKey;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.instance.InstanceRequest.AddPlayers;
import dev.gatehouse.model.instance.InstanceRequest.Create;
import dev.gatehouse.model.instance.InstanceRequest.DeclineReconnect;
import dev.gatehouse.model.instance.InstanceRequest.End;
import dev.gatehouse.model.instance.InstanceRequest.Reconnect;
import dev.gatehouse.model.instance.InstanceRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers session-service. What a player asks for and has already is not asked about again: a game that lets eight in
/// would refuse the eighth, whose first answer was lost. Blocks; safe to use from any thread.
public final class InstanceRequests {

    private final InstanceDesk desk;
    private final InstanceStore store;
    private final String provider;

    /// @param provider the one that is asked for a server
    public InstanceRequests(InstanceDesk desk, InstanceStore store, String provider) {
        this.desk = desk;
        this.store = store;
        this.provider = provider;
    }

    public InstanceAnswer answer(GameId game, InstanceRequest request) {
        return switch (request) {
            case Create create -> create(game, create);
            case AddPlayers(var by, var id, var players) ->
                on(game, id, now -> isIn(by, now) ? done(now) : answer(desk.add(by, now, players)));
            case RemovePlayers(var by, var id, var players) ->
                on(game, id, now -> isOut(by, now) ? done(now) : answer(desk.remove(by, now, players)));
            case End(var by, var id, var why) -> on(game, id, now -> end(by, now, why));
            case Reconnect(var by, var id) -> own(game, id, by, desk::reconnect);
            case DeclineReconnect(var by, var id) -> own(game, id, by, desk::declineReconnect);
        };
    }

    private InstanceAnswer end(InstanceAsker by, InstanceRecord now, String why) {
        return why.isEmpty() || why.length() > GameServerRequest.End.MAX_WHY_LENGTH
                ? invalid("why: " + why.length() + " characters (expected: 1 to " + GameServerRequest.End.MAX_WHY_LENGTH
                        + ")")
                : answer(desk.end(by, now, why));
    }

    /// What a player may ask for itself only.
    private InstanceAnswer own(
            GameId game,
            InstanceId id,
            InstanceAsker by,
            BiFunction<InstanceRecord, PlayerId, InstanceDesk.Answer> answering) {
        var player = by.player();
        return player == null
                ? InstanceAnswer.refused(PartnerError.PLAYER_NOT_IN_INSTANCE)
                : on(game, id, now -> answer(answering.apply(now, player)));
    }

    private InstanceAnswer create(GameId game, Create request) {
        var by = request.by();
        try {
            var wish = new Creation(
                    game,
                    new CreationKey(by.player(), request.key()),
                    provider,
                    request.zone(),
                    request.players(),
                    object("data", request.data()),
                    object("shared", request.shared()));
            return created(desk.create(by, wish.with(policy(request))));
        } catch (IllegalArgumentException e) {
            return invalid(String.valueOf(e.getMessage()));
        }
    }

    /// Of players it is not heard.
    private static ReconnectPolicy policy(Create request) {
        var said = request.by().isPlayer() ? null : request.reconnect();
        return requireNonNullElse(said, ReconnectPolicy.REQUIRED);
    }

    /// A key is good for one instance, also when that is over.
    private static InstanceAnswer created(InstanceDesk.Answer answer) {
        return answer instanceof InstanceDesk.Answer.Done(var instance, var _) && Instances.isOver(instance)
                ? InstanceAnswer.refused(PartnerError.INSTANCE_OVER)
                : answer(answer);
    }

    private InstanceAnswer on(GameId game, InstanceId id, Function<InstanceRecord, InstanceAnswer> answering) {
        return store.load(id)
                .map(Stored::instance)
                .filter(instance -> instance.gameId().equals(game))
                .map(answering)
                .orElseGet(() -> InstanceAnswer.refused(PartnerError.UNKNOWN_INSTANCE));
    }

    private static boolean isIn(InstanceAsker by, InstanceRecord now) {
        return !Instances.isOver(now)
                && Optional.ofNullable(by.player()).flatMap(now::seat).isPresent();
    }

    private static boolean isOut(InstanceAsker by, InstanceRecord now) {
        return !Instances.isOver(now)
                && by.isPlayer()
                && Optional.ofNullable(by.player()).flatMap(now::seat).isEmpty();
    }

    private static InstanceAnswer answer(InstanceDesk.Answer answer) {
        return switch (answer) {
            case InstanceDesk.Answer.Done(var instance, var _) -> done(instance);
            case InstanceDesk.Answer.Refused(var why) -> new InstanceAnswer.Refused(why);
        };
    }

    private static InstanceAnswer done(InstanceRecord instance) {
        return new InstanceAnswer.Done(InstanceDesk.outlineOf(instance));
    }

    private static InstanceAnswer invalid(String why) {
        var error = PartnerError.INVALID_ARGUMENT;
        return new InstanceAnswer.Refused(new Failure(error.code(), why, error.retryable()));
    }

    private static JsonText object(String what, @Nullable JsonText json) {
        var given = requireNonNullElse(json, JsonText.EMPTY_OBJECT);
        if (!given.text().stripLeading().startsWith("{")) {
            throw new IllegalArgumentException(what + ": not an object (expected: a JSON object)");
        }
        return given;
    }
}
