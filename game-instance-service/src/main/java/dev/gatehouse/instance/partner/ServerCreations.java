package dev.gatehouse.instance.partner;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.instance.life.Creation;
import dev.gatehouse.instance.life.CreationKey;
import dev.gatehouse.instance.life.Hosting;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.CreatedInstance;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PairIds;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creates instances for game servers that host them themselves. Blocks; safe to use from any thread.
public final class ServerCreations {

    private static final JsonCodec<CreatedInstance> CREATED = JsonCodec.of(CreatedInstance.class);

    private static final Logger LOG = LoggerFactory.getLogger(ServerCreations.class);
    private static final Failure TOO_MANY = Failure.of(PartnerError.TOO_MANY_INSTANCES);

    private final InstanceDesk desk;
    private final PartnerTokens tokens;
    private final InstantSource time;

    public ServerCreations(InstanceDesk desk, PartnerTokens tokens, InstantSource time) {
        this.desk = desk;
        this.tokens = tokens;
        this.time = time;
    }

    /// Of players a server has only those of its own instance to take along: in one that it creates it may do with
    /// them what it likes.
    ///
    /// @param creator the server that asks
    /// @param from the instance that it asks from
    GameServerAnswer create(ServerId creator, CreateInstance request, InstanceRecord from) {
        var wish = new Creation(
                from.gameId(),
                CreationKey.ofGame(request.idempotencyKey()),
                Hosting.PROVIDER,
                null,
                request.players(),
                requireNonNullElse(request.data(), JsonText.EMPTY_OBJECT),
                requireNonNullElse(request.shared(), JsonText.EMPTY_OBJECT),
                requireNonNullElse(request.reconnect(), ReconnectPolicy.REQUIRED),
                Hosting.by(creator, from, new Address(request.host(), request.port(), request.capacity())),
                null);
        boolean areItsOwn = request.players().stream()
                .allMatch(player -> from.seat(player.playerId()).isPresent());
        // What was made already was made of players who had a seat then.
        var answer = areItsOwn ? Optional.of(desk.create(InstanceAsker.GAME_SERVER, wish)) : desk.made(wish);
        return answer.map(given -> noted(creator, wish, given))
                .map(given -> answer(request, given))
                .orElseGet(() -> GameServerAnswer.refused(request.id(), PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    private static InstanceDesk.Answer noted(ServerId creator, Creation wish, InstanceDesk.Answer given) {
        if (given instanceof InstanceDesk.Answer.Refused(var why) && why.equals(TOO_MANY)) {
            LOG.debug("game server {} may create no instance of {}: as many live as may", creator, wish.gameId());
        }
        return given;
    }

    private GameServerAnswer answer(CreateInstance request, InstanceDesk.Answer given) {
        return switch (given) {
            case InstanceDesk.Answer.Done(var instance, var _) -> answer(request, instance);
            case InstanceDesk.Answer.Refused(var why) -> GameServerAnswer.refused(request.id(), why);
        };
    }

    /// The same request again is answered with the pair that is the newest by then, signed anew.
    private GameServerAnswer answer(CreateInstance request, InstanceRecord created) {
        if (Instances.isOver(created)) {
            return GameServerAnswer.refused(request.id(), PartnerError.INSTANCE_OVER);
        }
        return Optional.ofNullable(created.server())
                .flatMap(server -> server.newest().map(pair -> signed(created, server.serverId(), pair)))
                .map(signed -> GameServerAnswer.done(request.id(), new JsonText(CREATED.encode(signed))))
                .orElseGet(() -> GameServerAnswer.refused(request.id(), PartnerError.TOKEN_REVOKED));
    }

    private CreatedInstance signed(InstanceRecord created, ServerId server, PairIds pair) {
        var minted = tokens.mintPair(server, created.gameId(), created.id(), pair, time.instant());
        return new CreatedInstance(created.id(), server, minted.gameToken(), minted.socialToken());
    }
}
